using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// Decides what is refused, and why: the tables under <em>Refused</em> in <c>specs/operations.md</c>. Where several
/// reasons apply it gives one of them. It changes nothing.
/// </summary>
/// <remarks>
/// Each condition is a member of its own and is told which request it is asked for. A mutant that lifts one condition
/// thus lifts no other: where a second reason applies, the request is still refused.
/// </remarks>
internal partial class Admission(Machine machine)
{
    protected Machine Machine { get; } = machine;

    /// <summary>Whether the service processor is out. Asked only for requests that need it.</summary>
    internal virtual bool IsOut(Operation request) => !Machine.ServiceProcessorAnswers;

    /// <summary>Whether the map may not change now.</summary>
    internal virtual bool IsFrozen(Operation request) => Machine.IsStatic && Machine.PoweredOn;

    /// <summary>Whether a unit that has to be free is held by a partition.</summary>
    internal virtual bool IsTaken(Unit unit, Operation request) => unit.Owner is not null;

    /// <summary>Whether a unit that has to be the partition's own is so.</summary>
    internal virtual bool Holds(Partition partition, Unit unit, Operation request) => unit.Owner == partition;

    /// <summary>Whether a partition that has to run does.</summary>
    internal virtual bool Runs(Partition partition, Operation request) => partition.Runs;

    /// <summary>Whether a partition that has to be stopped is so; a crashed one is not.</summary>
    internal virtual bool IsStopped(Partition partition, Operation request) => partition.State == RunState.Stopped;
}
