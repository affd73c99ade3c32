using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Judging;

/// <summary>
/// Executes a trial and says which rule of the judged profile it breaks. Where one execution leaves that open it
/// executes a variant: looking after every operation, or with one profile in all partitions.
/// </summary>
/// <param name="runner">Executes.</param>
/// <param name="judged">The profile whose rules are judged.</param>
internal sealed class Examiner(SequenceRunner runner, Profile judged)
{
    /// <summary>How many trials were executed so far.</summary>
    public int Executions { get; private set; }

    /// <summary>The finding; null if the trial shows no violation of the judged profile.</summary>
    public Finding? Examine(Trial trial)
    {
        if (Execute(trial) is not { } finding)
        {
            return null;
        }

        if (trial.Look == Look.AtTheEnd && finding.Violation.Step == trial.Operations.Length)
        {
            // Seen at the end only. If it also shows while looking on, the step that went wrong is known.
            finding = Execute(trial with { Look = Look.AfterEveryOperation }) ?? finding;
        }

        return finding.Violation.Rule is null || IsUniform(trial.Setup) ? finding : Disentangle(finding);
    }

    // p0 runs Windows Server 2008 and p1 runs 2003. A hot add of a processor to p1 is granted: has the server taken
    // the capabilities of p0 (TOP-02), or does it get 2003 wrong in any case, which is for the run of that profile?
    private Finding? Disentangle(Finding finding)
    {
        var setup = finding.Trial.Setup;
        var concerned = finding.Violation.Partition >= 0 ? setup.Partitions[finding.Violation.Partition].Profile : judged;
        if (!finding.Violation.ConcernsCapability)
        {
            return concerned.Name == judged.Name ? finding : null;
        }

        var alone = Variants(finding.Trial, concerned).Select(Execute).FirstOrDefault(variant => variant is not null);
        return alone is null ? finding with { Violation = finding.Violation with { Rule = "TOP-02" } }
            : concerned.Name == judged.Name ? alone
            : null;
    }

    // The same with one operating system everywhere. What was refused has changed nothing and is left out, for it
    // might be granted there. As that can still make a difference further on, the moment before the last operation
    // is also set up directly: this unit here, that partition running.
    private static IEnumerable<Trial> Variants(Trial trial, Profile profile)
    {
        var state = ServerState.Initial(new Inventory(trial.Setup, Claims.All));
        var granted = ImmutableArray.CreateBuilder<Operation>();
        foreach (var operation in trial.Operations.SkipLast(1))
        {
            var decision = Transition.Decide(state, operation);
            if (!decision.IsRefusal)
            {
                granted.Add(operation);
                state = decision.Next;
            }
        }

        var last = trial.Operations[^1];
        yield return trial with { Setup = Uniform(trial.Setup, profile), Operations = [.. granted, last] };
        yield return trial with { Setup = Uniform(AsIn(state), profile), Operations = [.. StartsIn(state), last] };
    }

    private static ServerSetup AsIn(ServerState state)
    {
        var inventory = state.Inventory;
        return inventory.Setup with
        {
            Partitions =
            [
                .. inventory.Setup.Partitions.Select((partition, place) => partition with
                {
                    Units =
                    [
                        .. Enumerable.Range(0, inventory.UnitCount)
                            .Where(unit => state.Units[unit].Owner == place)
                            .Select(inventory.Unit),
                    ],
                }),
            ],
        };
    }

    private static IEnumerable<Operation> StartsIn(ServerState state) =>
        Enumerable.Range(0, state.Partitions.Length)
            .Where(place => state.Partitions[place].Runs)
            .Select(place => new StartPartition(state.Inventory.Partition(place)));

    /// <summary>The same server with one operating system in all partitions.</summary>
    internal static ServerSetup Uniform(ServerSetup setup, Profile profile) => setup with
    {
        Partitions = [.. setup.Partitions.Select(partition => partition with { Profile = profile })],
    };

    private bool IsUniform(ServerSetup setup) => setup.Partitions.All(partition => partition.Profile.Name == judged.Name);

    private Finding? Execute(Trial trial)
    {
        Executions++;
        return runner.Run(trial.Setup, new ListedOperations(trial.Operations), trial.Look) is { } violation
            ? new Finding(trial with { Operations = trial.Operations[..violation.Step] }, violation)
            : null;
    }
}
