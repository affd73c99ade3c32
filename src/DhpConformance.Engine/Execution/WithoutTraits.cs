using DhpConformance.Abstractions;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.Matching;
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
    /// <param name="number">Its place in the case, from 1.</param>
    /// <param name="operation">What was asked.</param>
    /// <param name="decision">The right answer with all traits.</param>
    /// <param name="outcome">The answer.</param>
    public void Advance(int number, Operation operation, in Decision decision, Outcome outcome)
    {
        Shown.Clear();
        foreach (var one in followers)
        {
            if (one.States is not { } states)
            {
                continue;
            }

            var without = Transition.Decide(states.Likely, operation);
            if (!states.Advance(number, operation, without, outcome))
            {
                Part(one);
            }
            else if (decision.IsRefusal && !without.IsRefusal)
            {
                // Without the trait it might be refused, and with it must be: the last unit of a partition where
                // minimum-units is 1.
                Shown.Add(one.Trait);
            }
        }
    }

    /// <summary>Takes an observation into account.</summary>
    public void Narrow(Observation observation)
    {
        Shown.Clear();
        foreach (var one in followers)
        {
            if (one.States is { } states && states.Narrow(observation) is { } mismatch)
            {
                Part(one, mismatch.Difference);
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
    /// <param name="violation">The violation.</param>
    /// <param name="difference">What an observation shows that is wrong; null for an answer or a notification.</param>
    public Violation Attributed(Violation violation, Difference? difference = null)
    {
        // A trait that changes nothing of what is expected is not what the violation is about: a pool that had grown
        // was reported as a fault of minimum-units, which the server declared and kept.
        var trait = followers.Find(one => one.States is not null)
            ?? (difference is null ? null : followers.Find(one => one.HasParted && one.Difference != difference));
        return trait is null || violation.Fault is not null ? violation : violation with
        {
            Rule = "TRT-01",
            Expected = $"{violation.Expected}, as the trait {TraitRequirements.Name(trait.Trait)} says",
        };
    }

    private void Part(Follower one, Difference? difference = null)
    {
        one.States = null;
        one.HasParted = true;
        one.Difference = difference;
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

        /// <summary>
        /// What is wrong with the observation along the rules without the trait, if they have parted by it.
        /// </summary>
        public Difference? Difference { get; set; }
    }
}
