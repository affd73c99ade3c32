using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.CoverageGoals;
using DhpConformance.Model.Matching;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// Drives one server through sequences and judges each step: the only type that both calls an implementation and
/// knows the model. Stops at the first violation.
/// </summary>
internal sealed class SequenceRunner(
    IPartitionableServer server, Claims claims, CoverageTable? coverage = null, SizeTable? sizes = null)
{
    // Notifications are kept until the next observation, by the server and here: at 100,000 operations without a
    // look that was 1 MB.
    private const int MaximumUnobserved = 1000;

    // Each operation that is under way at least doubles what may have happened by the time that somebody looks.
    private const int MostPossibleStates = 16;

    private readonly List<Operation> executed = [];
    private Call call;
    private WithoutTraits? without;
    private CaseSizes? reached;

    /// <summary>The operations of the latest run, up to the one that was violated.</summary>
    public IReadOnlyList<Operation> Executed => executed;

    /// <summary>The sizes of the latest run; null if nobody asked for them.</summary>
    public CaseSizes? Sizes => reached;

    /// <summary>
    /// Whether the latest run ended without a verdict on its last step: accepted operations could have ended in more
    /// orders than are tried.
    /// </summary>
    public bool IsUndecided { get; private set; }

    /// <summary>Runs one sequence on a fresh server. Returns the first violation; null if there is none.</summary>
    /// <param name="setup">The server.</param>
    /// <param name="source">The operations.</param>
    /// <param name="policy">When to look.</param>
    /// <param name="known">
    /// How many operations at the beginning are known to be right. They are not counted, and the first look is the one
    /// after the last of them: what the implementation has chosen by then (pool sizes, numbers) it is held to.
    /// </param>
    public Violation? Run(ServerSetup setup, IOperationSource source, ObservationPolicy policy, int known = 0)
    {
        executed.Clear();
        IsUndecided = false;
        call = Call.Reset;
        var possible = new PossibleStates(ServerState.Initial(new Inventory(setup, claims)));
        reached = sizes is null ? null : new CaseSizes(possible.Likely.Inventory);
        without = claims.Traits.IsEmpty ? null : new WithoutTraits(setup, claims);
        try
        {
            server.Reset(setup);
            var violation = Drive(possible, source, policy, known);
            IsUndecided = possible.IsUndecided;
            return violation;
        }
        catch (Exception exception)
        {
            return Judge.Fault(exception, call, executed);
        }
    }

    private Violation? Drive(PossibleStates possible, IOperationSource source, ObservationPolicy policy, int known)
    {
        var (decision, outcome) = (default(Decision), default(Outcome));
        if (policy == ObservationPolicy.AfterEveryOperation && known == 0
            && Observe(possible, decision, outcome) is { } atReset)
        {
            return atReset;
        }

        while (source.Next(possible.Likely) is { } operation)
        {
            executed.Add(operation);
            decision = Transition.Decide(possible.Likely, operation);
            call = Call.Apply;
            outcome = server.Apply(operation);
            without?.Advance(executed.Count, operation, decision, outcome);
            if (!possible.Advance(executed.Count, operation, decision, outcome))
            {
                if (possible.IsUndecided)
                {
                    return null;
                }

                var wrong = Judge.Answer(Latest(decision, outcome)!);
                return without?.Attributed(wrong) ?? wrong;
            }

            CountAnswered(operation, decision, outcome, isNew: executed.Count > known);
            if ((policy == ObservationPolicy.AfterEveryOperation || executed.Count % MaximumUnobserved == 0
                    || possible.Count > MostPossibleStates)
                && executed.Count >= known
                && Observe(possible, decision, outcome) is { } violation)
            {
                return violation;
            }

            // What comes next could only be held against a guess.
            if (possible.IsUndecided)
            {
                return null;
            }
        }

        return policy == ObservationPolicy.AtTheEnd ? Observe(possible, decision, outcome) : null;
    }

    // What a trait permits instead puts the trait to the test, and not what would have had to happen without it. A
    // wrong answer breaks one rule and puts no other to the test: a hot replace that is refused shows nothing of what
    // it does.
    private void CountAnswered(Operation operation, in Decision decision, Outcome outcome, bool isNew)
    {
        if (isNew)
        {
            sizes?.Count(decision.Operation, outcome.Kind);
        }

        // How large a case becomes hangs on its beginning, too.
        var isByTrait = decision.IsByTrait(outcome);
        if (!isByTrait)
        {
            reached?.Answered(decision, outcome);
        }

        if (isNew && !isByTrait)
        {
            coverage?.CountGoals(operation, decision, outcome);
            coverage?.Count(decision);
        }

        CountShown(isNew);
    }

    private void CountShown(bool isNew) => coverage?.Count(isNew ? without?.Shown ?? [] : []);

    // A step is built only for a judgement: built for each operation, it would cost as much as the decision.
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

        var goals = coverage is null ? default : ObservationGoals.Of(possible.Likely, observation.Notifications);
        var before = possible.Likely;
        without?.Narrow(observation);
        var found = possible.Narrow(observation);
        if (possible.IsUndecided)
        {
            return null;
        }

        if (found is not { } mismatch)
        {
            CountShown(isNew: true);
            Rejoin(possible);
            coverage?.Count(goals, inventory.IsMixed);
            reached?.Shown(before, observation);
            foreach (var ended in possible.Ended)
            {
                reached?.Ended(ended.Decision, ended.Outcome);
                coverage?.CountGoals(ended.Operation, ended.Decision, ended.Outcome);
            }

            return null;
        }

        var step = Latest(decision, outcome);
        var violation = ObservationValidity.ValueFault(inventory, observation) is { } value
            ? Judge.InvalidData(value, step)
            : mismatch.NotificationViolation is { } wrongNotification ? Judge.Notification(wrongNotification, step)
            : Judge.State(mismatch.Difference!, step, observation);
        return without?.Attributed(violation, mismatch.Difference) ?? violation;
    }

    private void Rejoin(PossibleStates possible)
    {
        if (possible.Count == 1 && possible.Likely.Pending.IsEmpty)
        {
            without?.Rejoin(possible.Likely);
        }
    }
}
