using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference.Variants;

/// <summary>Calls drivers in any order; after a veto it asks the others or not, and tells who vetoed or not.</summary>
internal class FreeCallbacks(OperatingSystem system, Registry consumers, FreeChoice choice)
    : ProcessorCallbacks(system, consumers)
{
    private readonly List<Driver> vetoing = [];

    internal override bool Start(LogicalProcessor processor)
    {
        Accepted.Clear();
        vetoing.Clear();
        Registry.Drivers.ForEach(static driver => driver.Offered++);
        foreach (var driver in choice.Shuffled(Registry.Callbacks))
        {
            if (vetoing.Count == 0 || IsAskedAfterVeto())
            {
                (Offer(driver, processor) ? Accepted : vetoing).Add(driver);
            }
        }

        return vetoing.Count == 0;
    }

    internal override void Complete(LogicalProcessor processor) => CallAll(ProcessorComplete, Accepted, processor);

    internal override void Fail(LogicalProcessor processor) =>
        CallAll(ProcessorFailure, Accepted.Concat(vetoing.Where(_ => NotifiesAfterVeto())), processor);

    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        var offered = new List<LogicalProcessor>();
        foreach (var processor in choice.Shuffled(active))
        {
            driver.Offered++;
            if (!Offer(driver, processor))
            {
                CallWith(ProcessorFailure, driver, offered);
                return false;
            }

            offered.Add(processor);
        }

        CallWith(ProcessorComplete, driver, offered);
        return true;
    }

    /// <summary>Whether one more driver is asked about a processor that is vetoed already.</summary>
    internal virtual bool IsAskedAfterVeto() => choice.Toss();

    /// <summary>Whether a driver that vetoed is notified of the outcome.</summary>
    internal virtual bool NotifiesAfterVeto() => choice.Toss();

    private bool Offer(Driver driver, LogicalProcessor processor)
    {
        var vetoes = driver.Vetoes(driver.Offered);
        CallAndGoOn(driver, ProcessorStart, processor, vetoes ? choice.Error() : 0);
        return !vetoes;
    }

    private void CallAll(NotificationKind kind, IEnumerable<Driver> drivers, LogicalProcessor processor)
    {
        foreach (var driver in choice.Shuffled(drivers))
        {
            CallAndGoOn(driver, kind, processor, kind == ProcessorFailure ? choice.Error() : 0);
        }
    }

    private void CallWith(NotificationKind kind, Driver driver, IEnumerable<LogicalProcessor> processors)
    {
        foreach (var processor in choice.Shuffled(processors))
        {
            CallAndGoOn(driver, kind, processor, kind == ProcessorFailure ? choice.Error() : 0);
        }
    }

    private void CallAndGoOn(Driver driver, NotificationKind kind, LogicalProcessor processor, int status)
    {
        Call(driver, kind, processor, status);
        if (choice.Toss(8))
        {
            ((FreeSystem)System).LetTimePass();
        }
    }
}
