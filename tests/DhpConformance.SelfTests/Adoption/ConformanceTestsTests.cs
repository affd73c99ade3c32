using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>One class with one override becomes a test for each rule and profile.</summary>
public sealed class ConformanceTestsTests
{
    [Fact]
    public void There_is_a_test_for_each_rule_that_can_be_tested_named_by_it_and_one_for_the_implementation()
    {
        var names = XunitSession.Discover(typeof(MutantConformance)).Select(test => test.DisplayName).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(
            [.. Testable.Select(rule => rule.Id), "NOT-TESTABLE", "No"], names.Select(name => name.Split(' ')[0]));
        Assert.StartsWith("TOP-01 in windows-server-2008-x64: ", names[0], StringComparison.Ordinal);
        Assert.Equal("No ERROR in windows-server-2008-x64", names[^1]);
    }

    [Fact]
    public async Task What_no_server_can_be_tested_by_is_one_test_which_is_skipped_with_each_reason()
    {
        using var session = await XunitSession.Run(typeof(MutantConformance), Is("NOT-TESTABLE"));
        var reasons = Assert.Single(session.Messages.OfType<ITestSkipped>()).Reason.Split('\n');
        Assert.Equal("A black box cannot see these, or they do not apply:", reasons[0]);
        Assert.Contains("TOP-23: Lamps are not part of the contract.", reasons);
        Assert.Contains("REM-10: windows-server-2008-x64 does not support hot remove.", reasons);
        Assert.Equal(RuleCatalog.All.Length - Testable.Count, reasons.Length - 1);
    }

    [Fact]
    public void A_profile_that_every_rule_asked_for_can_be_tested_in_has_no_such_test() => Assert.Equal(
        ["REP-01", "No"],
        XunitSession.Discover(typeof(OneRule)).Select(test => test.DisplayName.Split(' ')[0]));

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
        Assert.Empty(session.Messages.OfType<ITestFailed>().Select(failed => failed.Messages[0]));
        Assert.All(session.Messages.OfType<ITestSkipped>(), skipped => Assert.NotEmpty(skipped.Reason));
        Assert.Equal(
            Testable.Count + 2,
            session.Messages.OfType<ITestPassed>().Count() + session.Messages.OfType<ITestSkipped>().Count());
        Assert.True(session.Messages.OfType<ITestPassed>().Count() > 100);
    }

    [Fact]
    public async Task What_is_broken_fails_with_the_sequence_the_command_and_a_fact()
    {
        using var session = await XunitSession.Run(typeof(MutantConformance), Is("REP-01"));
        var message = string.Join('\n', Assert.Single(session.Messages.OfType<ITestFailed>()).Messages);
        Assert.Contains("REP-01 is broken in windows-server-2008-x64: ", message, StringComparison.Ordinal);
        Assert.Contains("  1. Start p0.\n", message, StringComparison.Ordinal);
        Assert.Contains("  expected  refused (incompatible)\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
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
            "Not claimed: device io.", Assert.Single(session.Messages.OfType<ITestSkipped>()).Reason);
        Assert.Equal(2, session.Messages.OfType<ITestPassed>().Count());
        Assert.Empty(session.Messages.OfType<ITestFailed>());
    }

    [Fact]
    public async Task What_is_known_to_be_broken_is_skipped_and_fails_once_it_is_not()
    {
        using var session = await XunitSession.Run(
            typeof(KnownMutant), test => Is("REP-01")(test) || Is("REP-03")(test));
        Assert.Equal(
            "Known failure: the vendor is told (https://example.org/7)",
            Assert.Single(session.Messages.OfType<ITestSkipped>()).Reason);
        Assert.Contains(
            "REP-03 is a known failure that no longer fails; remove it from the list.",
            Assert.Single(session.Messages.OfType<ITestFailed>()).Messages[0],
            StringComparison.Ordinal);
    }

    private static List<Rule> Testable { get; } =
    [
        .. RuleCatalog.All.Where(rule =>
            Applicability.WhyNot(rule, ProfileCatalog.Find("windows-server-2008-x64")!) is null),
    ];

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

    private sealed class OneRule : MutantConformance
    {
        protected override SuiteOptions Options => base.Options with { Rules = ["rep-01"] };
    }
}
