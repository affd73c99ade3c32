namespace DhpConformance.Abstractions;

/// <summary>
/// A partitionable server, as the suite drives it: the one interface that somebody who wants to be judged implements.
/// Data goes in and data comes out, so the contract is the same in process and over a pipe.
/// </summary>
/// <remarks>
/// <para>
/// One instance is used by one thread at a time; several instances may be used at once and must not share state.
/// <see cref="Reset"/> comes before anything but <see cref="Describe"/>, and may come again at any time.
/// </para>
/// <para>
/// An exception says that the implementation itself is broken, and gives the verdict Error or Fail. A request that the
/// rules forbid is answered with <see cref="Outcome.Refused"/>.
/// </para>
/// </remarks>
public interface IPartitionableServer : IDisposable
{
    /// <summary>Who this is and what it claims. Always the same answer.</summary>
    ImplementationDescription Describe();

    /// <summary>Becomes a fresh server with this setup. Nothing of what happened before may remain.</summary>
    void Reset(ServerSetup setup);

    /// <summary>Carries out one operation and answers how it ended.</summary>
    Outcome Apply(Operation operation);

    /// <summary>
    /// Shows everything that can be seen, and hands over the notifications delivered since the last time.
    /// Looking changes nothing else.
    /// </summary>
    Observation Observe();
}
