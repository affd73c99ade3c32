using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference;

/// <summary>
/// Calls the drivers with a processor-change callback: Start before a logical processor is active, then Complete or
/// Failure. Start goes down the list of drivers and the others go up, since the order is free.
/// </summary>
internal class ProcessorCallbacks(OperatingSystem system, Registry consumers)
{
    // Who accepted the latest Start, and so has a right to know what became of it.
    protected List<Driver> Accepted { get; } = [];

    protected OperatingSystem System { get; } = system;

    protected Registry Registry { get; } = consumers;

    /// <summary>How many of the next logical processors some driver will veto: the scripts tell beforehand.</summary>
    internal virtual int CountVetoes(int next)
    {
        var vetoes = 0;
        for (var ahead = 1; ahead <= next; ahead++)
        {
            if (Registry.Drivers.Exists(driver => driver.Vetoes(driver.Offered + ahead)))
            {
                vetoes++;
            }
        }

        return vetoes;
    }

    /// <summary>Offers a logical processor. False if a driver vetoed it; then the others are not asked.</summary>
    internal virtual bool Start(LogicalProcessor processor)
    {
        Accepted.Clear();
        Registry.Drivers.ForEach(static driver => driver.Offered++);
        foreach (var driver in Registry.Callbacks)
        {
            if (!Offer(driver, processor))
            {
                return false;
            }

            Accepted.Add(driver);
        }

        return true;
    }

    /// <summary>The logical processor offered last is active.</summary>
    internal virtual void Complete(LogicalProcessor processor)
    {
        foreach (var driver in Enumerable.Reverse(Accepted))
        {
            Call(driver, ProcessorComplete, processor);
        }
    }

    /// <summary>The logical processor offered last is not added after all.</summary>
    internal virtual void Fail(LogicalProcessor processor)
    {
        foreach (var driver in Enumerable.Reverse(Accepted))
        {
            Call(driver, ProcessorFailure, processor, Message.Error);
        }
    }

    /// <summary>
    /// Offers the active processors to a driver that asked for them, in two passes. False if it vetoed one.
    /// </summary>
    internal virtual bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        for (var i = 0; i < active.Count; i++)
        {
            driver.Offered++;
            if (!Offer(driver, active[i]))
            {
                while (--i >= 0)
                {
                    Call(driver, ProcessorFailure, active[i], Message.Error);
                }

                return false;
            }
        }

        foreach (var processor in active.Reverse())
        {
            Call(driver, ProcessorComplete, processor);
        }

        return true;
    }

    private bool Offer(Driver driver, LogicalProcessor processor)
    {
        var vetoes = driver.Vetoes(driver.Offered);
        Call(driver, ProcessorStart, processor, vetoes ? Message.Error : 0);
        return !vetoes;
    }

    /// <summary>Calls one driver.</summary>
    protected virtual void Call(Driver driver, NotificationKind kind, LogicalProcessor processor, int status = 0) =>
        System.Tell(new(kind, driver.Id) { Unit = processor.Unit, Processor = processor, Status = status });
}
