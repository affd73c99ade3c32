using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>A rule that is broken in several ways says so: who mends one of them knows of the others.</summary>
public sealed class OtherCauseTests
{
    [Fact]
    public void A_rule_that_is_broken_in_two_ways_names_the_second_with_its_case()
    {
        var failure = Failure(() => new TwoFaults(), threads: 1);
        Assert.Equal("RUN-05", failure.Rule);
        var others = failure.Others!.Value;
        Assert.InRange(others.Length, 1, 3);
        Assert.Equal(others.Length + 1, others.Select(other => other.Case).Append(failure.Case).Distinct().Count());
        Assert.All(others, other =>
        {
            Assert.Equal(("the answer", "completed"), (other.Subject, other.Observed));
            Assert.InRange(other.Step, 1, 50);
        });
        Assert.Contains("Broken otherwise, too;", Html(() => new TwoFaults()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ways_are_the_same_on_any_number_of_threads() => Assert.Equal(
        JsonSerializer.Serialize(Failure(() => new TwoFaults(), threads: 1).Others),
        JsonSerializer.Serialize(Failure(() => new TwoFaults(), threads: 4).Others));

    [Fact]
    public void A_rule_that_is_broken_in_one_way_names_no_other() =>
        Assert.Null(Failure(MutantCatalog.All.Single(one => one.Name == "starts-what-runs").Create, threads: 1).Others);

    private static Failure Failure(Func<IPartitionableServer> create, int threads) =>
        Run(create, threads).Profiles.Single().Failures.Single(failure => failure.Rule == "RUN-05");

    private static RunResults Run(Func<IPartitionableServer> create, int threads) => ConformanceSuite.Run(
        create,
        new SuiteOptions { Profiles = [ProfileCatalog.Find("windows-2000")!], Cases = 200, Threads = threads });

    private static string Html(Func<IPartitionableServer> create)
    {
        using var writer = new StringWriter();
        Reports.Write(Run(create, threads: 1), ReportFormat.Html, writer);
        return writer.ToString();
    }

    // A partition that runs is started again, and one that is stopped is restarted: both are to be refused.
    private sealed class TwoFaults : IPartitionableServer
    {
        private readonly ReferenceServer server = new();

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            var outcome = server.Apply(operation);
            return operation is StartPartition or RestartPartition && outcome.Refusal is RefusalReason.NotStopped
                or RefusalReason.NotRunning
                ? Outcome.Completed
                : outcome;
        }

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
