using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>
/// The steps that make a test case simpler, for failures of the suite and for scenarios of properties alike:
/// <list type="number">
/// <item>leave out any two operations at once, if few are left;</item>
/// <item>let the server settle instead of several operations in a row, if few are left;</item>
/// <item>leave out a hot replace, and let its two units change places in what follows; if few operations are left,
/// leave out another operation with it, too;</item>
/// <item>restart a partition instead of a stop or crash and a start, and assign a unit instead of a start and a hot
/// add;</item>
/// <item>fold operations that give or take a unit into the setup;</item>
/// <item>leave out consumers, and make their scripts simpler;</item>
/// <item>leave out partitions and units, free units, make all units alike, loosen limits;</item>
/// <item>make operations simpler, and number units and partitions from 0 again.</item>
/// </list>
/// </summary>
internal static class Simplification
{
    // Leaving out two of n operations takes n²/2 candidates: 120 for 16.
    private const int PairLimit = 16;

    /// <summary>Each gives test cases that are strictly simpler than the one it is given: shrinking ends.</summary>
    public static ImmutableArray<Func<TestCase, IEnumerable<TestCase>>> Steps { get; } =
    [
        WithoutPairs,
        Settling,
        ReplaceRemoval.Candidates,
        WithoutReplaceAndAnother,
        OperationFusion.Candidates,
        SetupSimplification.FoldConfiguration,
        ConsumerSimplification.Candidates,
        SetupSimplification.Candidates,
        OperationSimplification.Candidates,
    ];

    private static IEnumerable<TestCase> WithoutPairs(TestCase testCase)
    {
        var operations = testCase.Operations;
        for (var second = operations.Length > PairLimit ? 0 : operations.Length - 1; second > 0; second--)
        {
            for (var first = second - 1; first >= 0; first--)
            {
                yield return testCase with { Operations = operations.RemoveAt(second).RemoveAt(first) };
            }
        }
    }

    // What comes late may come at every second operation: leaving out one alone moves it.
    private static IEnumerable<TestCase> WithoutReplaceAndAnother(TestCase testCase) =>
        testCase.Operations.Length > PairLimit ? [] : ReplaceRemoval.Candidates(testCase).SelectMany(one =>
            Enumerable.Range(1, one.Operations.Length).Select(fromEnd =>
                one with { Operations = one.Operations.RemoveAt(one.Operations.Length - fromEnd) }));

    // Notices come when they come: operations that do nothing else are often kept because one came meanwhile.
    private static IEnumerable<TestCase> Settling(TestCase testCase)
    {
        var operations = testCase.Operations;
        for (var size = operations.Length > PairLimit ? 0 : operations.Length; size > 1; size--)
        {
            for (var start = operations.Length - size; start >= 0; start--)
            {
                yield return testCase with
                {
                    Operations = operations.RemoveRange(start, size).Insert(start, new Settle()),
                };
            }
        }
    }
}
