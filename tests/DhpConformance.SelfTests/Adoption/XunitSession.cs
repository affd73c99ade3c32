using DhpConformance.Xunit;
using FsCheck.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>Discovers and runs a test class as xunit does, and keeps what it tells.</summary>
internal sealed class XunitSession : IMessageBus
{
    private readonly List<IMessageSinkMessage> told = [];

    public IEnumerable<IMessageSinkMessage> Messages => told;

    public static List<IXunitTestCase> Discover(Type type) =>
        Discover(type, nameof(ConformanceTests.Rule), new RuleDiscoverer(new NullMessageSink()));

    public static Task<XunitSession> Run(Type type, Func<IXunitTestCase, bool> filter) =>
        Run(Discover(type).Where(filter));

    /// <summary>Runs a method with FsCheck's attribute, as xunit does.</summary>
    public static Task<XunitSession> RunProperty(Type type, string method) =>
        Run(Discover(type, method, new PropertyDiscoverer(new NullMessageSink())));

    public bool QueueMessage(IMessageSinkMessage message)
    {
        told.Add(message);
        return true;
    }

    public void Dispose()
    {
    }

    private static List<IXunitTestCase> Discover(Type type, string name, IXunitTestCaseDiscoverer discoverer)
    {
        var assembly = new TestAssembly(Reflector.Wrap(type.Assembly));
        var collection = new TestCollection(assembly, collectionDefinition: null, displayName: type.Name);
        var method = new TestMethod(
            new TestClass(collection, Reflector.Wrap(type)),
            Reflector.Wrap(type.GetMethod(name)!));
        return [.. discoverer.Discover(new UsualOptions(), method, factAttribute: null!)];
    }

    private static async Task<XunitSession> Run(IEnumerable<IXunitTestCase> tests)
    {
        var session = new XunitSession();
        foreach (var test in tests)
        {
            using var cancellation = new CancellationTokenSource();
            await test.RunAsync(new NullMessageSink(), session, [], new ExceptionAggregator(), cancellation);
        }

        return session;
    }

    // Nothing is set, so that everything is as xunit does it by default.
    private sealed class UsualOptions : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException();
    }
}
