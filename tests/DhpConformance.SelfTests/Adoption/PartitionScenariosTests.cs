using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit.Abstractions;
using Outcome = DhpConformance.Abstractions.Outcome;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>Properties that somebody writes themselves, over scenarios as the suite draws them.</summary>
public sealed class PartitionScenariosTests
{
    private static readonly Arbitrary<Scenario> Scenarios =
        PartitionScenarios.Of(ProfileCatalog.Find("windows-server-2008-x64")!);

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool A_unit_that_has_been_released_has_no_owner(Scenario scenario) =>
        FreeUnitsHaveNoOwnerAfterRelease(new ReferenceServer(), scenario);

    [Fact]
    public async Task A_server_that_does_not_show_it_is_caught()
    {
        using var session = await XunitSession.RunProperty(typeof(Broken), nameof(Broken.KeepsOwners));
        Assert.Contains(
            "Falsifiable, after ",
            Assert.Single(session.Messages.OfType<ITestFailed>()).Messages[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_xunit_a_property_that_does_not_hold_is_told_in_sentences_and_small()
    {
        var failure = Assert.ThrowsAny<Exception>(() =>
            Prop.ForAll(Scenarios, scenario => !scenario.RunOn(new ReferenceServer()).Contains(Outcome.Completed))
                .QuickCheckThrowOnFailure());
        Assert.Contains("The server is dynamically partitionable", failure.Message, StringComparison.Ordinal);
        var shrunk = failure.Message.Split("Shrunk:")[1];
        Assert.Contains("1. ", shrunk, StringComparison.Ordinal);
        Assert.DoesNotContain("2. ", shrunk, StringComparison.Ordinal);
    }

    [Fact]
    public void Most_operations_make_sense_in_the_state_they_are_asked_in()
    {
        var answers = Scenarios.Generator.Sample(100)
            .SelectMany(scenario => scenario.RunOn(new ReferenceServer()))
            .ToLookup(outcome => outcome.Kind);
        Assert.True(answers[OutcomeKind.Completed].Count() > answers[OutcomeKind.Refused].Count() / 2);
        Assert.NotEmpty(answers[OutcomeKind.Refused]);
    }

    internal static bool FreeUnitsHaveNoOwnerAfterRelease(IPartitionableServer server, Scenario scenario)
    {
        scenario.RunOn(server);
        return scenario.Setup.Units.All(unit =>
            server.Apply(new ReleaseUnit(unit.Id)) != Outcome.Completed
            || server.Observe().Units.Single(seen => seen.Id == unit.Id).Owner is null);
    }
}
