using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Testing;
using FsCheck.Xunit;

namespace Acme;

/// <summary>
/// Rules of your own, beside those of the suite: each holds for every server and sequence of operations that the suite
/// would draw. A failure shows the smallest sequence that breaks it; <c>Replay = "…"</c> runs it again.
/// </summary>
public sealed class ServerProperties
{
    /// <summary>Scenarios of all built-in operating systems.</summary>
    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool A_server_that_has_been_powered_off_is_off(Scenario scenario)
    {
        using var server = new MyServer();
        scenario.RunOn(server);
        return server.Apply(new PowerOffServer()) != Outcome.Completed || !server.Observe().PoweredOn;
    }

    /// <summary>Scenarios as <see cref="ShortOnX64"/> chooses them.</summary>
    [Property(Arbitrary = [typeof(ShortOnX64)])]
    public bool A_spare_takes_a_place_only_if_it_is_of_the_same_type(Scenario scenario)
    {
        using var server = new MyServer();
        var units = scenario.Setup.Units.ToDictionary(unit => unit.Id);
        return scenario.RunOn(server).Zip(scenario.Operations).All(step =>
            step.Second is not HotReplace replace
            || step.First != Outcome.Completed
            || (units[replace.Spare].Type, units[replace.Spare].Capacity)
                == (units[replace.Target].Type, units[replace.Target].Capacity));
    }
}
