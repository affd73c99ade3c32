using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Replay;
using DhpConformance.Model.Rules;
using DhpConformance.Testing;
using DhpConformance.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>One class with one override becomes a test for each rule and profile.</summary>
public sealed class ConformanceTestsTests
{
    [Fact]
    public void There_is_a_test_for_each_rule_named_by_it_and_one_for_the_implementation()
    {
        var names = XunitSession.Discover(typeof(MutantConformance)).Select(test => test.DisplayName).ToList();
        Assert.Equal(RuleCatalog.All.Length + 1, names.Count);
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(RuleCatalog.All, rule => Assert.Contains(
            names, name => name.StartsWith($"{rule.Id} in windows-server-2008-x64: ", StringComparison.Ordinal)));
        Assert.Equal("No ERROR in windows-server-2008-x64", names[^1]);
    }

    [Fact]
    public void A_test_is_still_itself_after_a_journey_to_another_process()
    {
        var test = XunitSession.Discover(typeof(MutantConformance))[3];
        var travelled = SerializationHelper.Deserialize<IXunitTestCase>(SerializationHelper.Serialize(test));
        Assert.Equal(test.DisplayName, travelled.DisplayName);
        Assert.Equal(test.UniqueID, travelled.UniqueID);
    }

    [Fact]
    public async Task A_server_that_keeps_every_rule_passes_every_test_but_those_that_no_black_box_can_pass()
    {
        using var session = await XunitSession.Run(typeof(ReferenceConformance), _ => true);
        Assert.Empty(session.Told.OfType<ITestFailed>().Select(failed => failed.Messages[0]));
        Assert.All(session.Told.OfType<ITestSkipped>(), skipped => Assert.NotEmpty(skipped.Reason));
        Assert.Equal(
            RuleCatalog.All.Length + 1,
            session.Told.OfType<ITestPassed>().Count() + session.Told.OfType<ITestSkipped>().Count());
        Assert.True(session.Told.OfType<ITestPassed>().Count() > 100);
    }

    [Fact]
    public async Task What_is_broken_fails_with_the_sequence_the_command_and_a_fact()
    {
        using var session = await XunitSession.Run(typeof(MutantConformance), Is("REP-01"));
        var message = string.Join('\n', Assert.Single(session.Told.OfType<ITestFailed>()).Messages);
        Assert.Contains("REP-01 is broken in windows-server-2008-x64: ", message, StringComparison.Ordinal);
        Assert.Contains("  1. Start p0.\n", message, StringComparison.Ordinal);
        Assert.Contains("  expected  refused (incompatible)\n", message, StringComparison.Ordinal);
        Assert.Contains("[Fact]\npublic void REP_01_windows_server_2008_x64()", message, StringComparison.Ordinal);

        var command = message.Split('\n').Single(line => line.StartsWith("Replay: dhp ", StringComparison.Ordinal));
        var replay = ReplayReader.Parse(await File.ReadAllTextAsync(command.Split('"')[1]));
        using var server = ((IConformanceSubject)new MutantConformance()).CreateServer();
        Assert.Equal("REP-01", Replayer.Run(server, replay)?.Rule);
    }

    [Fact]
    public async Task What_is_not_claimed_is_skipped_with_the_reason_and_the_rest_passes()
    {
        using var session = await XunitSession.Run(
            typeof(MutantConformance), test => Is("IO-01")(test) || Is("REP-03")(test) || Is("No ERROR")(test));
        Assert.Equal(
            "Not claimed: device io.", Assert.Single(session.Told.OfType<ITestSkipped>()).Reason);
        Assert.Equal(2, session.Told.OfType<ITestPassed>().Count());
        Assert.Empty(session.Told.OfType<ITestFailed>());
    }

    [Fact]
    public async Task What_is_known_to_be_broken_is_skipped_and_fails_once_it_is_not()
    {
        using var session = await XunitSession.Run(
            typeof(KnownMutant), test => Is("REP-01")(test) || Is("REP-03")(test));
        Assert.Equal(
            "Known failure: the vendor is told (https://example.org/7)",
            Assert.Single(session.Told.OfType<ITestSkipped>()).Reason);
        Assert.Contains(
            "REP-03 is a known failure, and does not fail any more; take it off the list.",
            Assert.Single(session.Told.OfType<ITestFailed>()).Messages[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_made_fails_every_test_and_says_why()
    {
        using var session = await XunitSession.Run(typeof(NoServer), _ => true);
        Assert.All(
            session.Told.OfType<ITestFailed>(),
            failed => Assert.Contains("the licence is missing", failed.Messages[0], StringComparison.Ordinal));
        Assert.NotEmpty(session.Told.OfType<ITestFailed>());
        Assert.Empty(session.Told.OfType<ITestPassed>());
    }

    [Fact]
    public async Task A_class_that_cannot_be_asked_for_its_options_is_one_test_that_fails()
    {
        using var session = await XunitSession.Run(typeof(NoOptions), _ => true);
        var message = Assert.Single(session.Told.OfType<ITestFailed>()).Messages[0];
        Assert.StartsWith(
            "NoOptions could not be asked which profiles to judge: no file.", message, StringComparison.Ordinal);
    }

    private static Func<IXunitTestCase, bool> Is(string start) =>
        test => test.DisplayName.StartsWith(start + " ", StringComparison.Ordinal);

    private sealed class KnownMutant : MutantConformance
    {
        protected override KnownFailureList KnownFailures => new(
        [
            new("REP-01", "the vendor is told", "https://example.org/7"),
            new("REP-03", "the vendor is told", "https://example.org/8"),
        ]);
    }

    private sealed class NoServer : ConformanceTests
    {
        protected override SuiteOptions Options => base.Options with { Profiles = [base.Options.Profiles[0]] };

        protected override IPartitionableServer CreateServer() =>
            throw new InvalidOperationException("the licence is missing");
    }

    private sealed class NoOptions : ConformanceTests
    {
        protected override SuiteOptions Options => throw new FileNotFoundException("no file.");

        protected override IPartitionableServer CreateServer() => throw new NotSupportedException();
    }
}
