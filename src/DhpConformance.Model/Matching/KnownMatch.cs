using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// A state and an observation that were found to go together. Whoever compares the next two need not look again at what
/// is the very same object in both pairs: nothing in either can change, so the answer cannot, either. That an
/// implementation hands out the same object proves nothing by itself: the state has to be the same object, too, and it
/// is another one as soon as anything in it has changed.
/// </summary>
/// <param name="State">The state, held to what the observation shows (<see cref="ObservationMatcher.Bind"/>).</param>
/// <param name="Observation">The observation.</param>
public sealed record KnownMatch(ServerState State, Observation Observation)
{
    /// <summary>Whether the map need not be compared.</summary>
    internal bool CoversMap(ServerState state, Observation observation) =>
        ReferenceEquals(State.Units, state.Units) && Observation.Units == observation.Units && HasSameRules(state);

    /// <summary>Whether what a partition shows need not be compared, but for its consumers.</summary>
    internal bool Covers(ServerState state, Observation observation, int partition) =>
        ReferenceEquals(State.Partitions[partition], state.Partitions[partition])
        && ReferenceEquals(Observation.Partitions[partition], observation.Partitions[partition])
        && ReferenceEquals(State.Units, state.Units)
        && HasSameRules(state);

    private bool HasSameRules(ServerState state) => ReferenceEquals(State.Inventory, state.Inventory);
}
