using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// One that vetoes is called: a veto that nobody uttered breaks SYN-09.
/// </remarks>
[Breaks("SYN-01", "The callback registered last is not called if there are others.")]
internal sealed class SkipsTheLastCallback(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    protected override void Call(Driver driver, NotificationKind kind, LogicalProcessor processor, int status = 0)
    {
        var callbacks = Registry.Callbacks.ToList();
        if (callbacks.Count < 2 || driver != callbacks[^1] || driver.Script.VetoesStart is not null)
        {
            base.Call(driver, kind, processor, status);
        }
    }
}
