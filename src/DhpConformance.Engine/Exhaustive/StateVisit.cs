using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Makes every request in one state of a server: those that have to be refused one after the other, for they change
/// nothing; each of the others after driving there anew.
/// </summary>
internal sealed class StateVisit(StateSpace space, SequenceRunner runner)
{
    /// <summary>Yields what is wrong, with the shortest sequence by which this state shows it.</summary>
    public IEnumerable<Finding> Visit(int state)
    {
        var path = space.PathTo(state);
        var decided = space.Scope.Requests.ToLookup(
            request => Transition.Decide(space.State(state), request).IsRefusal);

        // After something went wrong the server is in no known state: the rest goes on from a fresh one.
        var refused = decided[true].ToImmutableArray();
        while (!refused.IsEmpty)
        {
            var violation = Run(path.AddRange(refused), path.Length);
            if (violation is null)
            {
                break;
            }

            if (violation.Step <= path.Length)
            {
                // It does not even get here; a nearer state has shown why. Before the reset there is none.
                if (path.IsEmpty)
                {
                    yield return Finding([], violation);
                }

                yield break;
            }

            var place = violation.Step - path.Length - 1;
            yield return Alone(path.Add(refused[place])) ?? Finding(path.AddRange(refused), violation);
            refused = refused[(place + 1)..];
        }

        foreach (var request in decided[false])
        {
            var operations = path.Add(request);
            if (Run(operations, path.Length) is { } violation)
            {
                yield return Alone(operations) ?? Finding(operations, violation);
            }
        }
    }

    // As it is replayed: looked at after every operation from the beginning.
    private Finding? Alone(ImmutableArray<Operation> operations) =>
        Run(operations, 0) is { } violation ? Finding(operations, violation) : null;

    private Violation? Run(ImmutableArray<Operation> operations, int known) =>
        runner.Run(space.Scope.Setup, new ListedOperations(operations), Look.AfterEveryOperation, known);

    private Finding Finding(ImmutableArray<Operation> operations, Violation violation) =>
        new(new Trial(space.Scope.Setup, operations[..violation.Step], Look.AfterEveryOperation), violation);
}
