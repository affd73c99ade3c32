using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>A consumer that is written in another way than the references.</summary>
internal abstract class ConsumerStyle : IConsumerUnderTest
{
    private ImmutableArray<ConsumerTrait> traits = [];

    protected ulong Callback { get; private set; }

    public ConsumerStyle With(ImmutableArray<ConsumerTrait> claimed)
    {
        traits = claimed;
        return this;
    }

    public ConsumerDescription Describe() => new("another style", "1", Role, traits);

    protected virtual ConsumerRole Role => ConsumerRole.Driver;

    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => Handle(happening, system);

    public void Dispose()
    {
        // Nothing to give back.
    }

    protected abstract ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system);

    protected ConsumerAnswer Register(IOperatingSystem system)
    {
        Callback = system.Call(new RegisterProcessorCallback(AddExisting: true)).Value;
        return Callback == 0 ? ConsumerAnswer.InsufficientResources : ConsumerAnswer.Success;
    }

    protected void Unregister(IOperatingSystem system)
    {
        if (Callback != 0)
        {
            system.Call(new CloseRegistration(Callback));
            Callback = 0;
        }
    }
}
