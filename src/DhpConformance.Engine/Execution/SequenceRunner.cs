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
    // What is still to be told is kept until somebody looks, by the server and here: at 100,000 operations without a
    // look that was 1 MB.
    private const int MostWithoutLook = 1000;

    private readonly List<Operation> executed = [];
    private Call call;

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
        call = Call.Reset;
        var possible = new PossibleStates(ServerState.Initial(new Inventory(setup, claims)));
        try
        {
            server.Reset(setup);
            return Drive(possible, source, look, known);
        }
        catch (Exception exception)
        {
            return Judge.Fault(exception, call, executed);
        }
    }

    private Violation? Drive(PossibleStates possible, IOperationSource source, Look look, int known)
    {
        var (decision, outcome) = (default(Decision), default(Outcome));
        if (look == Look.AfterEveryOperation && known == 0 && Observe(possible, decision, outcome) is { } atReset)
        {
            return atReset;
        }

        while (source.Next(possible.Likely) is { } operation)
        {
            executed.Add(operation);
            decision = Transition.Decide(possible.Likely, operation);
            if (executed.Count > known)
            {
                coverage?.Count(decision);
            }

            call = Call.Apply;
            outcome = server.Apply(operation);
            if (!possible.Advance(executed.Count, operation, decision, outcome))
            {
                return Judge.Answer(Latest(decision, outcome)!);
            }

            coverage?.CountOccasions(operation, decision, outcome);
            if ((look == Look.AfterEveryOperation || executed.Count % MostWithoutLook == 0) && executed.Count >= known
                && Observe(possible, decision, outcome) is { } violation)
            {
                return violation;
            }
        }

        return look == Look.AtTheEnd ? Observe(possible, decision, outcome) : null;
    }

    // A step is put together for whoever judges it: for each operation it would cost as much as deciding it.
    private Step? Latest(in Decision decision, Outcome outcome) =>
        executed.Count == 0 ? null : new(executed.Count, executed[^1], decision, outcome);

    private Violation? Observe(PossibleStates possible, in Decision decision, Outcome outcome)
    {
        call = Call.Observe;
        var observation = server.Observe();
        var inventory = possible.Likely.Inventory;
        if (ObservationValidity.StructuralFault(inventory, observation, possible.Seen) is { } structure)
        {
            return Judge.InvalidData(structure, Latest(decision, outcome));
        }

        var occasions = coverage is null ? default : LookOccasions.Of(possible.Likely, observation.Notifications);
        if (possible.Narrow(observation) is not { } mismatch)
        {
            coverage?.Count(occasions, inventory.IsMixed);
            return null;
        }

        var step = Latest(decision, outcome);
        return ObservationValidity.ValueFault(inventory, observation) is { } value
            ? Judge.InvalidData(value, step)
            : mismatch.Breach is { } breach ? Judge.Told(breach, step)
            : Judge.State(mismatch.Difference!, step, observation);
    }
}
