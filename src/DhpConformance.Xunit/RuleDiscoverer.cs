using DhpConformance.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.Xunit;

/// <summary>Finds the tests of a class: one for each rule and profile that it wants judged.</summary>
/// <param name="diagnostics">Where diagnostic messages for xunit go.</param>
public sealed class RuleDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var found = Discovery.Of(testMethod.TestClass.Class.ToRuntimeType());
        return found.Problem is { } problem
            ?
            [
                new ExecutionErrorTestCase(
                    diagnostics,
                    TestMethodDisplay.ClassAndMethod,
                    TestMethodDisplayOptions.None,
                    testMethod,
                    problem),
            ]
            : [.. found.Tests.Select(test => new RuleTestCase(diagnostics, testMethod, test))];
    }
}
