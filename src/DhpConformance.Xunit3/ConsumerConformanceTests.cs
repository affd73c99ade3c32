using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Testing;
using Xunit;

namespace DhpConformance.Xunit3;

/// <summary>
/// Derive a class and override <see cref="CreateConsumer"/>: there is a test that a driver or an application keeps
/// every duty that it claims. Its message has the shortest sequence for each that it breaks.
/// </summary>
public abstract class ConsumerConformanceTests
{
    /// <summary>What it is put through; the defaults of the suite unless it is overridden.</summary>
    protected virtual ConsumerSuiteOptions Options => new();

    /// <summary>Makes a fresh consumer; called for each case.</summary>
    protected abstract IConsumerUnderTest CreateConsumer();

    /// <summary>The test.</summary>
    [Fact]
    public void ItKeepsEveryDuty() => ConsumerDuties.Keep(CreateConsumer, Options);
}
