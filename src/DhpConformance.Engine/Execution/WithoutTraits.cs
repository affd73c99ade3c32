using DhpConformance.Abstractions;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// Follows a server along the rules without each of the traits that it declares, beside the rules with all of them.
/// Where the two part and the server keeps those with the trait, it has shown the trait; where it keeps those without,
/// it does not behave as it says (TRT-01). So no trait needs a judge of its own.
/// </summary>
internal sealed class WithoutTraits
{
    private readonly List<Follower> followers = [];

    public WithoutTraits(ServerSetup setup, Claims claims)
    {
        foreach (var trait in claims.Traits)
        {
            followers.Add(new(trait, new Inventory(setup, claims.With(claims.Traits.Without(trait)))));
        }
    }

    /// <summary>The traits that were shown by the latest answer or observation.</summary>
    public List<Trait> Shown { get; } = [];

    /// <summary>Takes an answer into account.</summary>
    public void Advance(int number, Operation operation, Outcome outcome)
    {
        Shown.Clear();
        foreach (var one in followers)
        {
            if (one.States is { } states
                && !states.Advance(number, operation, Transition.Decide(states.Likely, operation), outcome))
            {
                Part(one);
            }
        }
    }

    /// <summary>Takes an observation into account.</summary>
    public void Narrow(Observation observation)
    {
        Shown.Clear();
        foreach (var one in followers)
        {
            if (one.States is { } states && states.Narrow(observation) is not null)
            {
                Part(one);
            }
        }
    }

    /// <summary>Goes on from a state in which nothing is left open, where the two have parted.</summary>
    public void Rejoin(ServerState state)
    {
        foreach (var one in followers)
        {
            one.HasParted = false;
            one.States ??= new(state.Under(one.Inventory));
        }
    }

    /// <summary>
    /// A violation of the rules with all traits, under the rule about traits if it is about one: the server did what is
    /// right without it, or did otherwise than the trait says what only the trait permits.
    /// </summary>
    public Violation Attributed(Violation violation, bool isAnswer, bool isNotification)
    {
        var trait = followers.Find(one => one.States is not null)
            ?? (isAnswer || isNotification ? null : followers.Find(one => one.HasParted));
        return trait is null || violation.Fault is not null ? violation : violation with
        {
            Rule = "TRT-01",
            Expected = $"{violation.Expected}, as the trait {TraitRequirements.Name(trait.Trait)} says",
        };
    }

    private void Part(Follower one)
    {
        one.States = null;
        one.HasParted = true;
        Shown.Add(one.Trait);
    }

    private sealed class Follower(Trait trait, Inventory inventory)
    {
        public Trait Trait => trait;

        public Inventory Inventory => inventory;

        /// <summary>The states along the rules without the trait; null since they have parted.</summary>
        public PossibleStates? States { get; set; } = new(ServerState.Initial(inventory));

        /// <summary>Whether they have parted since the latest observation.</summary>
        public bool HasParted { get; set; }
    }
}
