using DhpConformance.Abstractions;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Occasions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// Drives one server through sequences and judges each step: the only type that both calls an implementation and
/// knows the model. Stops at the first violation.
/// </summary>
internal sealed class SequenceRunner(IPartitionableServer server, Claims claims, CoverageTable? coverage = null)
{
    private readonly List<Operation> executed = [];

    /// <summary>The operations of the latest run, up to the one that was violated.</summary>
    public IReadOnlyList<Operation> Executed => executed;

    /// <summary>Runs one sequence on a fresh server. Returns the first violation; null if there is none.</summary>
    /// <param name="setup">The server.</param>
    /// <param name="source">The operations.</param>
    /// <param name="look">When to look.</param>
    /// <param name="known">
    /// How many operations at the beginning are known to be right. They are not counted, and the first look is the one
    /// after the last of them: what the implementation has chosen by then (pool sizes, numbers) it is held to.
    /// </param>
    public Violation? Run(ServerSetup setup, IOperationSource source, Look look, int known = 0)
    {
        executed.Clear();
        var possible = new PossibleStates(ServerState.Initial(new Inventory(setup, claims)));
        var call = Call.Reset;
        try
        {
            server.Reset(setup);
            call = Call.Observe;
            if (look == Look.AfterEveryOperation && known == 0 && Observe(possible, null) is { } atReset)
            {
                return atReset;
            }

            Step? last = null;
            while (source.Next(possible.Likely) is { } operation)
            {
                executed.Add(operation);
                var decision = Transition.Decide(possible.Likely, operation);
                if (executed.Count > known)
                {
                    coverage?.Count(decision);
                }

                call = Call.Apply;
                var step = new Step(executed.Count, operation, decision, server.Apply(operation));
                if (!possible.Advance(step))
                {
                    return Judge.Answer(step);
                }

                coverage?.CountOccasions(step);

                last = step;
                call = Call.Observe;
                if (look == Look.AfterEveryOperation && executed.Count >= known && Observe(possible, step) is { } violation)
                {
                    return violation;
                }
            }

            return look == Look.AtTheEnd ? Observe(possible, last) : null;
        }
        catch (Exception exception)
        {
            return Judge.Fault(exception, call, executed);
        }
    }

    private Violation? Observe(PossibleStates possible, Step? step)
    {
        var observation = server.Observe();
        var inventory = possible.Likely.Inventory;
        if (ObservationValidity.StructuralFault(inventory, observation) is { } structure)
        {
            return Judge.InvalidData(structure, step);
        }

        var occasions = coverage is null ? default : LookOccasions.Of(possible.Likely, observation.Notifications);
        if (possible.Narrow(observation) is not { } mismatch)
        {
            coverage?.Count(occasions, inventory.IsMixed);
            return null;
        }

        return ObservationValidity.ValueFault(inventory, observation) is { } value
            ? Judge.InvalidData(value, step)
            : mismatch.Breach is { } breach ? Judge.Told(breach, step)
            : Judge.State(mismatch.Difference!, step, observation);
    }
}
