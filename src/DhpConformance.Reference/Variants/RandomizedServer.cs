using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// A reference server that is assembled anew at each reset, with choices drawn from the setup: the same setup gives the
/// same choices.
/// </summary>
/// <param name="mostPending">How many accepted operations may be under way at a time, 0 or more.</param>
internal abstract class RandomizedServer(int mostPending) : IPartitionableServer
{
    private ReferenceServer? server;

    /// <inheritdoc/>
    public ImplementationDescription Describe() => (server ?? Assembled(null)).Describe();

    /// <inheritdoc/>
    public void Reset(ServerSetup setup)
    {
        server = Assembled(new FreeChoice(setup, mostPending));
        server.Reset(setup);
    }

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) => Ready.Apply(operation);

    /// <inheritdoc/>
    public Observation Observe()
    {
        // Looking changes nothing, but time has passed since the latest request.
        LetTimePass();
        return Ready.Observe();
    }

    /// <inheritdoc/>
    public void Dispose() => server?.Dispose();

    /// <summary>How many accepted operations may be under way at a time, 0 or more.</summary>
    private protected int MostPending => mostPending;

    /// <summary>A fresh server; without choices it only describes itself.</summary>
    private protected abstract ReferenceServer Assembled(FreeChoice? choice);

    /// <summary>What was accepted may end by itself.</summary>
    private protected abstract void LetTimePass();

    private ReferenceServer Ready =>
        server ?? throw new InvalidOperationException("The server has no setup yet: call Reset first.");
}
