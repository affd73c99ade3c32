using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-08", "The next logical processor of a unit is announced before the one before it is complete.")]
internal sealed class AnnouncesTheNextTooEarly(Partition partition) : OperatingSystem(partition)
{
    internal override void StartOneByOne(Unit processor, int starting, SystemServices services)
    {
        if (starting < processor.Components)
        {
            base.StartOneByOne(processor, starting, services);
            return;
        }

        LogicalProcessor? open = null;
        for (var i = 0; i < processor.Components; i++)
        {
            var next = Active.Next(processor.Id);
            services.Callbacks.Start(next);
            CompleteAny(open, services);
            Activate(processor, 1);
            services.Arrivals.Arrived(processor, next);
            services.PlugAndPlay.ProcessorAdded();
            open = next;
        }

        CompleteAny(open, services);
    }

    private static void CompleteAny(LogicalProcessor? open, SystemServices services)
    {
        if (open is { } processor)
        {
            services.Callbacks.Complete(processor);
        }
    }
}
