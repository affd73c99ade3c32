using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;

namespace DhpConformance.Tests.Consumers;

/// <summary>What breaks the contract is named in one sentence, and harms nobody.</summary>
public sealed class MisbehavingConsumerTests
{
    [Fact]
    public void A_call_after_the_event_is_an_error()
    {
        IOperatingSystem? kept = null;
        var results = Judge((happening, system) =>
        {
            kept ??= system;
            if (happening is UnloadEvent && !ReferenceEquals(kept, system))
            {
                kept.Call(new QueryMemory());
            }

            return ConsumerAnswer.Success;
        });
        Assert.Equal(Verdict.Error, results.Verdict);
        Assert.Contains("while it was handling no event", Assert.Single(results.Failures).Observed,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_without_end_are_an_error()
    {
        var results = Judge((_, system) =>
        {
            while (true)
            {
                system.Call(new Allocate(64));
            }
        });
        Assert.Equal(Verdict.Error, results.Verdict);
        Assert.Contains("looks endless", Assert.Single(results.Failures).Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_that_registers_itself_again_and_again_is_an_error()
    {
        var results = Judge((_, system) =>
        {
            system.Call(new RegisterProcessorCallback(AddExisting: true));
            return ConsumerAnswer.Success;
        });
        Assert.Equal(Verdict.Error, results.Verdict);
        Assert.Contains("looks endless", Assert.Single(results.Failures).Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_null_is_an_error() =>
        Assert.Equal(Verdict.Error, Judge((_, _) => null!).Verdict);

    [Fact]
    public void An_exception_at_load_breaks_a_rule() =>
        Assert.Equal("C-REST-01", Assert.Single(Judge((_, _) => throw new NotSupportedException()).Failures).Rule);

    [Fact]
    public void Unknown_handles_are_answered_with_an_error_and_break_nothing_but_frees()
    {
        var results = Judge((happening, system) =>
        {
            if (happening is LoadEvent)
            {
                Assert.False(system.Call(new StopThread(77)).Succeeded);
                Assert.False(system.Call(new DisconnectInterrupt(77)).Succeeded);
                Assert.False(system.Call(new CloseRegistration(77)).Succeeded);
            }

            return ConsumerAnswer.Success;
        });
        Assert.Empty(results.Failures);
    }

    [Fact]
    public void Who_registers_twice_is_told_twice()
    {
        var told = 0;
        Judge((happening, system) =>
        {
            if (happening is LoadEvent)
            {
                told = 0;
                system.Call(new RegisterProcessorCallback(AddExisting: true));
                system.Call(new RegisterProcessorCallback(AddExisting: true));
            }

            told += happening is ProcessorChangeEvent { State: ProcessorChangeState.Start, Index: 0 } ? 1 : 0;
            Assert.True(told is 0 or 1 or 2);
            return ConsumerAnswer.Success;
        });
        Assert.InRange(told, 0, 2);
    }

    [Fact]
    public void A_thread_that_is_left_at_unload_breaks_a_rule()
    {
        var results = Judge((happening, system) =>
        {
            if (happening is LoadEvent)
            {
                system.Call(new StartThread(0, 0));
            }

            return ConsumerAnswer.Success;
        });
        var failure = Assert.Single(results.Failures);
        Assert.Equal("C-REST-01", failure.Rule);
        Assert.Contains("1 left", failure.Observed, StringComparison.Ordinal);
        Assert.Empty(failure.Steps);
    }

    [Fact]
    public void One_that_always_breaks_is_given_up_early() =>
        Assert.Equal(25, Judge((_, _) => throw new NotSupportedException()).Cases);

    [Fact]
    public void What_does_not_describe_itself_is_not_judged() =>
        Assert.Throws<ConsumerFaultException>(() => ConsumerSuite.Describe(() => new Scripted((_, _) => null!, null!)));

    private static ConsumerResults Judge(Func<ConsumerEvent, IOperatingSystem, ConsumerAnswer> on) => ConsumerSuite.Run(
        () => new Scripted(on, new("scripted", "1", ConsumerRole.Driver, [])), new() { Cases = 50 });

    private sealed class Scripted(
        Func<ConsumerEvent, IOperatingSystem, ConsumerAnswer> on, ConsumerDescription description) : IConsumerUnderTest
    {
        public ConsumerDescription Describe() => description;

        public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => on(happening, system);

        public void Dispose()
        {
            // Nothing to give back.
        }
    }
}
