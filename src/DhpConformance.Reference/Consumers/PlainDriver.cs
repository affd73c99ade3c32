using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>A driver that registers for nothing and depends on nothing: it just goes on.</summary>
internal class PlainDriver : IConsumerUnderTest
{
    public virtual ConsumerDescription Describe() => new("reference plain driver", "1", ConsumerRole.Driver, []);

    public virtual ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => ConsumerAnswer.Success;

    public void Dispose()
    {
        // It holds nothing.
    }
}
