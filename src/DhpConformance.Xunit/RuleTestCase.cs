using System.ComponentModel;
using DhpConformance.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DhpConformance.Xunit;

/// <summary>The test of one rule in one profile. Its arguments, their names, make it unique.</summary>
public sealed class RuleTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills it in afterwards.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xunit alone.")]
    public RuleTestCase()
    {
    }

    /// <summary>Makes the test.</summary>
    public RuleTestCase(IMessageSink diagnostics, ITestMethod method, RuleTest test)
        : base(
            diagnostics,
            TestMethodDisplay.ClassAndMethod,
            TestMethodDisplayOptions.None,
            method,
            [Checked(test).Rule, test.Profile])
    {
    }

    internal RuleTest Test => new((string)TestMethodArguments[0], (string)TestMethodArguments[1]);

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) => new RuleTestCaseRunner(
            this, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => Test.DisplayName;

    private static RuleTest Checked(RuleTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test;
    }
}
