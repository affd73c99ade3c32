using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Testing;
using FsCheck.Xunit;
using Xunit.Abstractions;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>Properties over partition scenarios as somebody else writes them, with FsCheck's own attribute.</summary>
public sealed class ScenarioPropertyTests
{
    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool A_spare_takes_a_place_only_if_it_is_identical(Scenario scenario) =>
        SparesAreIdentical(new ReferenceServer(), scenario);

    [Property(Arbitrary = [typeof(ShortOnX64)])]
    public bool Profile_length_and_claims_are_those_of_the_class(Scenario scenario) =>
        IsAsShortOnX64Chooses(scenario);

    [Fact]
    public async Task Those_of_no_class_of_ones_own_are_others() =>
        Assert.Single((await Run(nameof(Broken.ChosenByNobody))).Messages.OfType<ITestFailed>());

    [Fact]
    public async Task A_server_that_breaks_it_is_told_with_the_smallest_scenario_in_words()
    {
        var failed = Assert.Single((await Run(nameof(Broken.Falsified))).Messages.OfType<ITestFailed>());
        var shrunk = failed.Messages[0].Split("Shrunk:")[1];
        Assert.Contains("The server is dynamically partitionable and has ", shrunk, StringComparison.Ordinal);
        Assert.Contains("\n1. Start p", shrunk, StringComparison.Ordinal);
        Assert.Contains("\n2. Hot replace ", shrunk, StringComparison.Ordinal);
        Assert.DoesNotContain("\n3. ", shrunk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_begins_with_the_scenario_that_failed()
    {
        var first = Assert.Single((await Run(nameof(Broken.Replayed))).Messages.OfType<ITestFailed>()).Messages[0];
        var second = Assert.Single((await Run(nameof(Broken.Replayed))).Messages.OfType<ITestFailed>()).Messages[0];
        Assert.Contains("Falsifiable, after 1 test ", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(nameof(Broken.NoLength), "Length is 0; return a number from 1 to 10000.")]
    [InlineData(nameof(Broken.EndlessLength), "Length is 10001; return a number from 1 to 10000.")]
    [InlineData(nameof(Broken.NoProfiles), "Profiles is empty; name one at least: [ProfileCatalog.Find(")]
    [InlineData(nameof(Broken.MisspeltProfile), "One of Profiles is null, most likely since ProfileCatalog.Find was")]
    [InlineData(nameof(Broken.NoServer), "Server is null; return what Describe of your server returns")]
    [InlineData(nameof(Broken.NoClaims), "Server (mute) claims nothing, so that nearly every operation of a scenario")]
    [InlineData(nameof(Broken.Throws), "Profiles threw InvalidOperationException: no lab today. It is asked")]
    public async Task What_nothing_can_be_drawn_from_fails_and_says_what_to_change(string property, string why) =>
        Assert.Contains(
            why,
            string.Join('\n', Assert.Single((await Run(property)).Messages.OfType<ITestFailed>()).Messages),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(Broken.IsThrown), "something of mine")]
    [InlineData(nameof(Broken.Hangs), "After 0.02 s the server has not ended its reset; let it answer, or give RunOn")]
    [InlineData(nameof(Broken.ReturnsNoTask), "Object reference not set")]
    [InlineData(nameof(Broken.ReturnsText), "for type System.String")]
    public async Task A_property_that_says_nothing_fails(string property, string why) =>
        Assert.Contains(
            why,
            string.Join('\n', Assert.Single((await Run(property)).Messages.OfType<ITestFailed>()).Messages),
            StringComparison.Ordinal);

    [Fact]
    public void A_hanging_operation_is_named()
    {
        var scenario = new Scenario(
            new(Partitionability.Dynamic, [], []), [new StartPartition(new(0)), new PowerOffServer()]);
        using var server = new Hanging(at: 2);
        var timeout = Assert.Throws<TimeoutException>(() => scenario.RunOn(server, TimeSpan.FromMilliseconds(20)));
        Assert.Contains("operation 2, \"Power the server off.\"; let it", timeout.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => scenario.RunOn(server, TimeSpan.Zero));
    }

    internal static bool IsAsShortOnX64Chooses(Scenario scenario) =>
        scenario.Operations.Length == ShortOnX64.Operations
            && scenario.Setup.Partitionability == Partitionability.Dynamic
            && scenario.Setup.Partitions.All(partition => partition.Profile.Name == "windows-server-2008-x64");

    internal static bool SparesAreIdentical(IPartitionableServer server, Scenario scenario) =>
        scenario.RunOn(server).Zip(scenario.Operations).All(step =>
            step.First != Outcome.Completed
            || step.Second is not HotReplace replace
            || Unit(scenario, replace.Target) is not { } target
            || Unit(scenario, replace.Spare) is not { } spare
            || (target.Kind, target.Type, target.Capacity) == (spare.Kind, spare.Type, spare.Capacity));

    internal static IPartitionableServer Mutant() =>
        MutantCatalog.All.Single(mutant => mutant.Name == "accepts-larger-spare").Create();

    private static PartitionUnit? Unit(Scenario scenario, UnitId id) =>
        scenario.Setup.Units.FirstOrDefault(unit => unit.Id == id);

    private static Task<XunitSession> Run(string property) => XunitSession.RunProperty(typeof(Broken), property);
}
