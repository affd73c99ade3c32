using System.Reflection;
using System.Runtime.CompilerServices;
using DhpConformance.Testing;
using Xunit.Sdk;

namespace DhpConformance.Xunit;

/// <summary>
/// Judges a rule before its test is run: xunit 2 has to know by then whether a test is skipped.
/// </summary>
internal sealed class RuleTestCaseRunner(
    RuleTestCase testCase,
    object[] constructorArguments,
    IMessageBus messageBus,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellation)
    : XunitTestCaseRunner(
        testCase,
        testCase.DisplayName,
        testCase.SkipReason,
        constructorArguments,
        testCase.TestMethodArguments,
        messageBus,
        aggregator,
        cancellation)
{
    // xunit has one message bus for each run of an assembly, so what is kept by it is forgotten with the run.
    private static readonly ConditionalWeakTable<IMessageBus, Dictionary<Type, ConformanceRun>> Runs = [];

    protected override Task<RunSummary> RunTestAsync()
    {
        var judgement = Judge();
        return new XunitTestRunner(
            new XunitTest(TestCase, DisplayName),
            MessageBus,
            TestClass,
            ConstructorArguments,
            TestMethod,
            [judgement],
            judgement.Skipped ?? SkipReason,
            BeforeAfterAttributes,
            new ExceptionAggregator(Aggregator),
            CancellationTokenSource).RunAsync();
    }

    private RuleJudgement Judge()
    {
        try
        {
            return RunOf(TestClass).Judge(testCase.Test);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            return new(FailureMessage: $"Nothing could be judged: the constructor of {TestClass.Name} threw "
                + $"{inner.GetType().Name}: {inner.Message} When tests were discovered it did not; let it do the same "
                + "each time.");
        }
    }

    private ConformanceRun RunOf(Type type)
    {
        var ofThisRun = Runs.GetValue(MessageBus, _ => []);
        lock (ofThisRun)
        {
            if (!ofThisRun.TryGetValue(type, out var run))
            {
                run = ConformanceRun.Of((IConformanceSubject)Activator.CreateInstance(type)!);
                ofThisRun.Add(type, run);
            }

            return run;
        }
    }
}
