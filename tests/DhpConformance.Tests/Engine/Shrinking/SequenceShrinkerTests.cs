using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Shrinking;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Shrinking;

public sealed class SequenceShrinkerTests
{
    private static readonly Profile Judged = ProfileCatalog.Find("windows-server-2008-x64")!;

    public static TheoryData<string, int> Mutants { get; } = new()
    {
        { "accepts-larger-spare", 2 },
        { "third-add-is-busy", 4 },
        { "adds-only-to-the-one-that-runs", 3 },
        { "starts-without-memory", 1 },
    };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_sequence_of_a_thousand_operations_becomes_at_most_one_longer_than_the_shortest(
        string mutant, int shortest)
    {
        var examiner = ExaminerOf(mutant);
        var small = new SequenceShrinker(examiner).Shrink(FirstFinding(mutant, examiner));
        Assert.InRange(small.TestCase.Operations.Length, shortest, shortest + 1);
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Shrinking_again_changes_nothing(string mutant, int shortest)
    {
        var examiner = ExaminerOf(mutant);
        var once = new SequenceShrinker(examiner).Shrink(FirstFinding(mutant, examiner));
        var twice = new SequenceShrinker(examiner).Shrink(once);
        Assert.InRange(twice.TestCase.Operations.Length, shortest, shortest + 1);
        Assert.Equal(once.TestCase.Operations.AsEnumerable(), twice.TestCase.Operations);
        Assert.Equal(once.TestCase.Setup.Units.AsEnumerable(), twice.TestCase.Setup.Units);
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void What_is_left_breaks_the_same_rule(string mutant, int shortest)
    {
        var examiner = ExaminerOf(mutant);
        var found = FirstFinding(mutant, examiner);
        var small = new SequenceShrinker(examiner).Shrink(found);
        Assert.Equal(found.Violation.Rule, examiner.Examine(small.TestCase)?.Violation.Rule);
        Assert.True(shortest <= found.TestCase.Operations.Length);
    }

    [Fact]
    public void It_stops_when_its_attempts_are_used_up()
    {
        var examiner = ExaminerOf("third-add-is-busy");
        var found = FirstFinding("third-add-is-busy", examiner);
        var before = examiner.Executions;
        _ = new SequenceShrinker(examiner, attempts: 3).Shrink(found);
        Assert.InRange(examiner.Executions - before, 1, 9);
    }

    private static Examiner ExaminerOf(string mutant)
    {
        var server = MutantCatalog.All.Single(one => one.Name == mutant).Create();
        return new Examiner(new SequenceRunner(server, server.Describe().Claims), Judged);
    }

    private static Finding FirstFinding(string mutant, Examiner examiner)
    {
        using var server = MutantCatalog.All.Single(one => one.Name == mutant).Create();
        var description = server.Describe();
        var runner = new SequenceRunner(server, description.Claims);
        var sources = new CaseOperations(description.Claims);
        var generator = new CaseGenerator(new SetupGenerator(Judged, [], description), new(Judged), seed: 1);
        foreach (var drawn in Enumerable.Range(0, 100).SelectMany(generator.Generate))
        {
            var operations = sources.Of(drawn, 1000);
            if (runner.Run(drawn.Setup, operations, drawn.ObservationPolicy) is not null
                && examiner.Examine(
                    new TestCase(drawn.Setup, [.. runner.Executed], drawn.ObservationPolicy)) is { } finding)
            {
                return finding;
            }
        }

        throw new InvalidOperationException($"{mutant} was not found in 1,600 cases of {SuiteOptions.DefaultLength}.");
    }
}
