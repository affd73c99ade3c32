using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>
/// Makes a finding smaller while it breaks the same rule. Works on concrete operations, in this order, round after
/// round until a round changes nothing:
/// <list type="number">
/// <item>leave out operations: halves, then quarters, down to single ones, from the back;</item>
/// <item>leave out any two operations at once, if few are left;</item>
/// <item>let the server settle instead of several operations in a row, if few are left;</item>
/// <item>leave out a hot replace, and let its two units change places in what follows;</item>
/// <item>fold operations that give or take a unit into the setup;</item>
/// <item>leave out consumers, and make their scripts simpler;</item>
/// <item>leave out partitions and units, free units, make all units alike, loosen limits;</item>
/// <item>make operations simpler, and number units and partitions from 0 again.</item>
/// </list>
/// Every candidate is executed; one is kept if it breaks the same rule. The result is locally minimal: none of these
/// changes makes it smaller. The same finding always shrinks to the same result, unless it is interrupted.
/// </summary>
internal sealed class SequenceShrinker(
    Examiner examiner,
    int attempts = SequenceShrinker.Attempts,
    CancellationToken cancellation = default)
{
    /// <summary>Most candidates that are executed, so that a slow implementation ends in bounded time.</summary>
    public const int Attempts = 20_000;

    // Leaving out two of n operations takes n²/2 candidates: 120 for 16.
    private const int PairLimit = 16;

    private Finding best = null!;
    private int left;

    public Finding Shrink(Finding finding)
    {
        best = finding;
        left = attempts;
        bool changed;
        do
        {
            changed = LeaveOutChunks();
            changed |= LeaveOutPairs();
            changed |= SettleInstead();
            changed |= Any(ReplaceRemoval.Candidates);
            changed |= Any(SetupSimplification.FoldConfiguration);
            changed |= Any(ConsumerSimplification.Candidates);
            changed |= Any(SetupSimplification.Candidates);
            changed |= Any(OperationSimplification.Candidates);
        }
        while (changed);

        return best;
    }

    private bool LeaveOutChunks()
    {
        var changed = false;
        for (var size = Math.Max(1, best.TestCase.Operations.Length / 2); size > 0; size /= 2)
        {
            for (var start = best.TestCase.Operations.Length - size; start >= 0; start -= size)
            {
                // An earlier success may have cut the sequence shorter than where this chunk begins.
                var operations = best.TestCase.Operations;
                start = Math.Min(start, operations.Length - size);
                changed |= start >= 0 && Try(operations.RemoveRange(start, size));
            }
        }

        return changed;
    }

    private bool LeaveOutPairs()
    {
        var changed = false;
        if (best.TestCase.Operations.Length > PairLimit)
        {
            return false;
        }

        for (var second = best.TestCase.Operations.Length - 1; second > 0; second--)
        {
            for (var first = second - 1; first >= 0 && second < best.TestCase.Operations.Length; first--)
            {
                changed |= Try(best.TestCase.Operations.RemoveAt(second).RemoveAt(first));
            }
        }

        return changed;
    }

    // Notices come when they come: operations that do nothing else are often kept because one came meanwhile.
    private bool SettleInstead()
    {
        var changed = false;
        if (best.TestCase.Operations.Length > PairLimit)
        {
            return false;
        }

        for (var size = best.TestCase.Operations.Length; size > 1; size--)
        {
            for (var start = best.TestCase.Operations.Length - size; start >= 0; start--)
            {
                var operations = best.TestCase.Operations;
                changed |= start + size <= operations.Length
                    && Try(operations.RemoveRange(start, size).Insert(start, new Settle()));
            }
        }

        return changed;
    }

    // Candidates are made from the test case at hand; once one is kept, new ones are made from it.
    private bool Any(Func<TestCase, IEnumerable<TestCase>> candidates)
    {
        var changed = false;
        while (candidates(best.TestCase).Any(Try))
        {
            changed = true;
        }

        return changed;
    }

    private bool Try(ImmutableArray<Operation> operations) =>
        Try(best.TestCase with { Operations = operations });

    private bool Try(TestCase candidate)
    {
        if (cancellation.IsCancellationRequested || left-- <= 0
            || examiner.Examine(candidate) is not { } finding
            || finding.Violation.Rule != best.Violation.Rule
            || finding.TestCase.Operations.Length > candidate.Operations.Length)
        {
            // An experiment that settles a doubt may need more operations; then it is not smaller.
            return false;
        }

        best = finding;
        return true;
    }
}
