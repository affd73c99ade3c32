using DhpConformance.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>Discovers and runs a test class as xunit does, and keeps what it tells.</summary>
internal sealed class XunitSession : IMessageBus
{
    private readonly List<IMessageSinkMessage> told = [];

    public IEnumerable<IMessageSinkMessage> Told => told;

    public static List<IXunitTestCase> Discover(Type type)
    {
        var assembly = new TestAssembly(Reflector.Wrap(type.Assembly));
        var collection = new TestCollection(assembly, collectionDefinition: null, displayName: type.Name);
        var method = new TestMethod(
            new TestClass(collection, Reflector.Wrap(type)),
            Reflector.Wrap(type.GetMethod(nameof(ConformanceTests.Rule))!));
        return [.. new RuleDiscoverer(new NullMessageSink()).Discover(
            discoveryOptions: null!, method, factAttribute: null!)];
    }

    public static async Task<XunitSession> Run(Type type, Func<IXunitTestCase, bool> filter)
    {
        var session = new XunitSession();
        foreach (var test in Discover(type).Where(filter))
        {
            using var cancellation = new CancellationTokenSource();
            await test.RunAsync(new NullMessageSink(), session, [], new ExceptionAggregator(), cancellation);
        }

        return session;
    }

    public bool QueueMessage(IMessageSinkMessage message)
    {
        told.Add(message);
        return true;
    }

    public void Dispose()
    {
    }
}
