using DhpConformance.Testing;
using Xunit.Sdk;
using Xunit.v3;

namespace DhpConformance.Xunit3;

/// <summary>Finds the tests of a class: one for each rule and profile that it wants judged.</summary>
public sealed class RuleDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var found = Discovery.Of(testMethod.TestClass.Class);
        return new(found.Problem is { } problem
            ? [Failing(testMethod, problem)]
            : [.. found.Tests.Select(test => Case(testMethod, test))]);
    }

    private static ExecutionErrorTestCase Failing(IXunitTestMethod method, string problem) => new(
        method,
        $"{method.TestClass.TestClassName}.{method.MethodName}",
        UniqueIDGenerator.ForTestCase(method.UniqueID, testMethodGenericTypes: null, testMethodArguments: null),
        sourceFilePath: null,
        sourceLineNumber: null,
        problem);

    private static XunitTestCase Case(IXunitTestMethod method, RuleTest test)
    {
        object[] arguments = [test.Rule, test.Profile];
        return new(
            method,
            test.DisplayName,
            UniqueIDGenerator.ForTestCase(method.UniqueID, testMethodGenericTypes: null, arguments),
            @explicit: false,
            skipExceptions: [typeof(RuleSkippedException)],
            testMethodArguments: arguments);
    }
}
