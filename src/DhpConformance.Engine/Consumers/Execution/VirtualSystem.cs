using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// The operating system that a consumer under test is loaded on. It has no threads and no clock: what happens, and in
/// which order, is in the case. It writes down everything.
/// </summary>
internal sealed class VirtualSystem(IConsumerUnderTest consumer, SystemState state) : IOperatingSystem
{
    /// <summary>More calls in one event than this look endless.</summary>
    private const int MostCalls = 10_000;

    /// <summary>Events that are nested deeper than this look endless.</summary>
    private const int MostDepth = 64;

    private readonly ImmutableArray<TraceEntry>.Builder entries = ImmutableArray.CreateBuilder<TraceEntry>();
    private int depth;
    private int calls;

    /// <summary>The system as it is.</summary>
    public SystemState State { get; private set; } = state;

    /// <summary>What was seen so far.</summary>
    public ImmutableArray<TraceEntry> Entries => entries.ToImmutable();

    /// <summary>How much was seen so far.</summary>
    public int Count => entries.Count;

    /// <summary>The event that is being handled; null if none is.</summary>
    public ConsumerEvent? Current { get; private set; }

    /// <summary>Whether the consumer broke, so that it cannot be notified any more.</summary>
    public bool HasBroken { get; private set; }

    /// <summary>What goes on while the consumer waits: DPCs and interrupts.</summary>
    public Action? WhileWaiting { get; set; }

    /// <inheritdoc/>
    public SystemAnswer Call(SystemCall call)
    {
        if (depth == 0)
        {
            throw new ConsumerFaultException(
                $"The consumer called {CallNames.Of(call)} while it was handling no event; "
                + "call only until On has returned.");
        }

        if (HasBroken)
        {
            throw new CaseEndedException();
        }

        if (++calls > MostCalls)
        {
            throw new ConsumerFaultException(
                $"The consumer made more than {MostCalls} calls in one event, the last one {CallNames.Of(call)}; "
                + "it looks endless.");
        }

        var (after, answer) = SystemTransition.After(State, call);
        State = after;
        if (call is RegisterProcessorCallback { AddExisting: true } && answer.Succeeded)
        {
            answer = OfferExisting(answer);
        }
        else if (call is Wait)
        {
            GoOn();
        }

        entries.Add(new Called(call, answer, State));
        return answer;
    }

    /// <summary>Changes the system, without telling the consumer.</summary>
    public void Change(Func<SystemState, SystemState> change) => State = change(State);

    /// <summary>Writes down what happened beside the consumer.</summary>
    public void Note(Happening what) => entries.Add(new Happened(what, State));

    /// <summary>Delivers an event for a registration, unless it has been closed meanwhile.</summary>
    /// <param name="registration">Its handle.</param>
    /// <param name="happening">The event.</param>
    /// <returns>The answer; null if there is none, because it is closed or because the consumer broke.</returns>
    public ConsumerAnswer? Notify(ulong registration, ConsumerEvent happening) =>
        State.Registrations.ContainsKey(registration) ? Deliver(happening) : null;

    /// <summary>Gives the consumer an event; null if it broke now or before.</summary>
    public ConsumerAnswer? Deliver(ConsumerEvent happening, int processor = 0)
    {
        if (HasBroken)
        {
            return null;
        }

        // A callback that registers again, with the processors that exist, is called from within itself.
        if (depth == MostDepth)
        {
            throw new ConsumerFaultException(
                $"Events are nested {MostDepth} deep, the last one in {CallNames.Of(happening)}; it looks endless.");
        }

        var outer = (Current, calls, State.CurrentProcessor);
        State = State with { CurrentProcessor = processor };
        entries.Add(new EventBegun(happening, State));
        (Current, calls) = (happening, 0);
        depth++;
        ConsumerAnswer answer;
        try
        {
            answer = consumer.On(happening, this)
                ?? throw new ConsumerFaultException("On returned null; return an answer.");
        }
        catch (CaseEndedException)
        {
            return null;
        }
        catch (Exception exception) when (exception is not (ConsumerFaultException or OutOfMemoryException))
        {
            answer = ConsumerAnswer.Unsuccessful with
            {
                BugCheck = $"{exception.GetType().Name}: {exception.Message}",
            };
        }
        finally
        {
            depth--;
        }

        if (HasBroken)
        {
            return null;
        }

        HasBroken = answer.BugCheck is not null;
        (Current, calls) = (outer.Current, outer.calls);
        State = State with { CurrentProcessor = outer.CurrentProcessor };
        entries.Add(new EventEnded(answer, State));
        return HasBroken ? null : answer;
    }

    // What runs meanwhile may wait, too, but nothing more goes on then.
    private void GoOn()
    {
        var meanwhile = WhileWaiting;
        WhileWaiting = null;
        meanwhile?.Invoke();
        WhileWaiting = meanwhile;
        if (HasBroken)
        {
            throw new CaseEndedException();
        }
    }

    // First Start for each processor that is there, then Complete for each; after an error Failure for those before.
    private SystemAnswer OfferExisting(SystemAnswer registered)
    {
        var processors = State.Processors;
        for (var i = 0; i < processors.Length; i++)
        {
            if (Tell(processors[i], ProcessorChangeState.Start, 0) is not { } answer)
            {
                throw new CaseEndedException();
            }

            if (answer.Status < 0)
            {
                for (var earlier = i - 1; earlier >= 0; earlier--)
                {
                    Tell(processors[earlier], ProcessorChangeState.Failure, answer.Status);
                }

                State = State with { Registrations = State.Registrations.Remove(registered.Value) };
                return HasBroken ? throw new CaseEndedException() : new(answer.Status, 0);
            }
        }

        foreach (var processor in processors)
        {
            if (Tell(processor, ProcessorChangeState.Complete, 0) is null)
            {
                throw new CaseEndedException();
            }
        }

        return registered;
    }

    private ConsumerAnswer? Tell(ProcessorNumber processor, ProcessorChangeState state, int status) =>
        Deliver(new ProcessorChangeEvent(0, state, processor.Index, processor.Group, processor.Number, status));
}
