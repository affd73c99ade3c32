using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Makes every request in one state of a server: those that have to be refused one after the other, for they change
/// nothing; each of the others after driving there anew. Then it asks for what no observation shows: after all the
/// refusals, and after each of the others.
/// </summary>
/// <param name="space">The states, and the ways to them.</param>
/// <param name="runner">Executes, and counts what is reached.</param>
/// <param name="examiner">Executes what went wrong once more, alone, and says which rule is broken.</param>
/// <param name="settles">Whether operations may be accepted and end later, so that each is waited for.</param>
internal sealed class StateVisit(StateSpace space, SequenceRunner runner, Examiner examiner, bool settles)
{
    private readonly UnobservableState hidden = new(space.Scope);
    private int hangs;

    /// <summary>How many operations were executed so far.</summary>
    public long Operations { get; private set; }

    /// <summary>Whether too many requests were not answered in time: nobody waits for any more of them.</summary>
    public bool HasHung => hangs >= CaseLedger.MostHangs;

    /// <summary>Whether the server broke during the latest visit, rather than being wrong.</summary>
    public bool HasBroken { get; private set; }

    /// <summary>Yields what is wrong, with the shortest sequence by which this state shows it.</summary>
    public IEnumerable<Finding> Visit(int state)
    {
        HasBroken = false;
        var shortest = space.PathTo(state);
        var path = Settled(shortest);
        var decided = space.Scope.Requests.ToLookup(
            request => Transition.Decide(space.State(state), request).IsRefusal);

        // After something went wrong the server is in no known state: the rest goes on from a fresh one.
        var refused = decided[true].ToImmutableArray();
        while (!refused.IsEmpty && !HasHung)
        {
            var operations = path.AddRange(refused);
            if (Run(operations, path.Length) is not { } violation)
            {
                break;
            }

            if (violation.Step <= path.Length)
            {
                if (OnTheWay(state, shortest, violation) is { } earlier)
                {
                    yield return earlier;
                }

                yield break;
            }

            var place = violation.Step - path.Length - 1;
            yield return Alone(shortest.Add(refused[place])) ?? Finding(operations, violation);
            refused = refused[(place + 1)..];
        }

        foreach (var probe in Probes(space.State(state)))
        {
            if (AfterRefusals(path, [.. decided[true]], probe) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var request in decided[false].TakeWhile(_ => !HasHung))
        {
            var operations = path.AddRange(Settled([request]));
            if (Run(operations, path.Length) is { } violation)
            {
                yield return Alone(shortest.Add(request)) ?? Finding(operations, violation);
                continue;
            }

            foreach (var probe in Probes(Transition.Decide(space.State(state), request).Next))
            {
                var probed = operations.AddRange(Settled(probe));
                if (Run(probed, operations.Length) is { } revealed)
                {
                    yield return Alone([.. shortest, request, .. probe]) ?? Finding(probed, revealed);
                }
            }
        }
    }

    // It does not even get here; a nearer state has shown why. Before the reset there is none, and on the way of
    // another history it may be one that was not visited with it.
    private Finding? OnTheWay(int state, ImmutableArray<Operation> way, Violation violation) =>
        way.IsEmpty ? Finding([], violation)
        : space.IsOtherHistory(state) ? Alone(way)
        : null;

    private IEnumerable<ImmutableArray<Operation>> Probes(ServerState state) =>
        hidden.Probes(state).TakeWhile(_ => !HasHung);

    // Each refusal that went wrong by itself is reported already; here one of them left something behind.
    private Finding? AfterRefusals(
        ImmutableArray<Operation> path, ImmutableArray<Operation> refused, ImmutableArray<Operation> probe)
    {
        var operations = path.AddRange(refused);
        var probed = operations.AddRange(Settled(probe));
        return Run(probed, operations.Length) is { } violation && violation.Step > operations.Length
            ? refused.Select(one => Alone([.. path, one, .. probe])).FirstOrDefault(alone => alone is not null)
                ?? Finding(probed, violation)
            : null;
    }

    private ImmutableArray<Operation> Settled(ImmutableArray<Operation> operations) => settles
        ? [.. operations.SelectMany(operation => new[] { operation, new Settle() })]
        : operations;

    // As it is replayed: looked at after every operation from the beginning.
    private Finding? Alone(ImmutableArray<Operation> operations) =>
        examiner.Examine(new TestCase(space.Scope.Setup, operations, ObservationPolicy.AfterEveryOperation));

    private Violation? Run(ImmutableArray<Operation> operations, int known)
    {
        var violation = runner.Run(
            space.Scope.Setup, new ListedOperations(operations), ObservationPolicy.AfterEveryOperation, known);
        Operations += runner.Executed.Count;
        HasBroken |= violation?.Fault is not null;
        hangs += violation?.Fault == ServerFault.DeadlineMissed ? 1 : 0;
        return violation;
    }

    private Finding Finding(ImmutableArray<Operation> operations, Violation violation) =>
        new(
            new TestCase(space.Scope.Setup, operations[..violation.Step], ObservationPolicy.AfterEveryOperation),
            violation);
}
