using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>A processor-change callback: one driver is called once.</summary>
/// <param name="Place">Its place among the notifications of the operation.</param>
/// <param name="Notice">The notification.</param>
/// <param name="Driver">The recipient, as registered before the operation.</param>
internal readonly record struct CallbackCall(int Place, Notification Notice, Registration Driver)
{
    public NotificationKind Kind => Notice.Kind;

    /// <summary>What tells logical processors apart; null if it was not shown.</summary>
    public (int Group, int Number)? Identity =>
        Notice.Processor is { } processor ? (processor.Group, processor.Number) : null;

    /// <summary>The calls during an operation, in order.</summary>
    public static List<CallbackCall> In(OperationLog log)
    {
        var calls = new List<CallbackCall>();
        for (var place = 0; place < log.Notices.Length; place++)
        {
            var notice = log.Notices[place];
            if (notice.Kind.IsCallback && log.Find(notice.Consumer) is { } consumer)
            {
                var registered = log.Before.ConsumerState?.Find(consumer.Consumer.Id);
                calls.Add(new(place, notice, registered ?? consumer.Consumer));
            }
        }

        return calls;
    }
}

/// <summary>The calls around one logical processor of a unit that is hot added.</summary>
/// <param name="nth">Which logical processor of the unit, counted from 1.</param>
/// <param name="calls">The calls, in order.</param>
internal sealed class OfferedProcessor(int nth, List<CallbackCall> calls)
{
    public int Nth => nth;

    public List<CallbackCall> Calls => calls;

    /// <summary>Whether a driver vetoes it.</summary>
    public bool Vetoed { get; init; }

    /// <summary>Whether it became active.</summary>
    public bool Added { get; init; }

    /// <summary>Active processors before it.</summary>
    public int ActiveBefore { get; init; }

    /// <summary>The logical processor, as the first call names it; null if that shows none.</summary>
    public LogicalProcessor? Processor => calls.Count > 0 ? calls[0].Notice.Processor : null;

    public int Count(NotificationKind kind) => calls.Count(call => call.Kind == kind);

    public int Count(NotificationKind kind, Registration driver) =>
        calls.Count(call => call.Kind == kind && call.Driver.Id == driver.Id);

    /// <summary>The place of the first such call of a driver; -1 if there is none.</summary>
    public int First(NotificationKind kind, Registration driver) =>
        calls.Where(call => call.Kind == kind && call.Driver.Id == driver.Id)
            .Select(call => call.Place)
            .FirstOrDefault(-1);
}
