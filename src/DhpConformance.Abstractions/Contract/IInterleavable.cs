namespace DhpConformance.Abstractions;

/// <summary>
/// A server in process that lets somebody else decide which client goes on, so that what overlaps, and how, can be
/// repeated. It is optional: without it clients run on threads as they like.
/// </summary>
public interface IInterleavable
{
    /// <summary>
    /// Asks this one from now on; null for nobody, when locks are locks again. Called while no request is under way.
    /// </summary>
    /// <param name="interleaving">Who decides; null for nobody.</param>
    void Interleave(IInterleaving? interleaving);
}

/// <summary>Decides which of several clients goes on. Its members are called on the threads of the clients.</summary>
public interface IInterleaving
{
    /// <summary>Another client may go on here before this one does.</summary>
    /// <param name="place">Where, for people.</param>
    void Yield(string place);

    /// <summary>Takes a lock, in the place of a monitor: waits until nobody else has it.</summary>
    /// <param name="gate">The lock. One that the client has already is never asked for.</param>
    void Enter(object gate);

    /// <summary>Gives a lock back.</summary>
    /// <param name="gate">The lock.</param>
    void Exit(object gate);
}
