using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>A consumer for one case in a process that outlives the case.</summary>
internal sealed class BorrowedConsumer(RemoteConsumer process) : IConsumerUnderTest
{
    /// <inheritdoc/>
    public ConsumerDescription Describe() => process.Describe();

    /// <inheritdoc/>
    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => process.On(happening, system);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The process goes on: the next case begins with a reset.
    }
}
