using System.Reflection;
using DhpConformance.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.Xunit;

/// <summary>Finds the tests of a class: one for each rule and profile that it wants judged.</summary>
/// <param name="diagnostics">Where xunit wants to be told of what it shows to nobody.</param>
public sealed class RuleDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var type = testMethod.TestClass.Class.ToRuntimeType();
        try
        {
            var subject = (IConformanceSubject)Activator.CreateInstance(type)!;
            return [.. RuleTest.All(subject.Options).Select(test => new RuleTestCase(diagnostics, testMethod, test))];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            return
            [
                new ExecutionErrorTestCase(
                    diagnostics,
                    TestMethodDisplay.ClassAndMethod,
                    TestMethodDisplayOptions.None,
                    testMethod,
                    $"{type.Name} could not be asked which profiles to judge: {cause.Message} It needs a public "
                        + "constructor without parameters, and Options that can be read before there is a server."),
            ];
        }
    }
}
