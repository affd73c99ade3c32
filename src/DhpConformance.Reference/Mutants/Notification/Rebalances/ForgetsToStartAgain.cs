namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A hot replace waits for that end: to put a stopped device to sleep breaks QUI-15. No round begins before it
/// either.
/// </remarks>
[Breaks("REB-14", "A device that was stopped is started again only if somebody waits for the end of the rebalance.")]
internal sealed class ForgetsToStartAgain(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    private readonly List<Device> forgotten = [];
    private bool remembers;

    internal override bool GoOn()
    {
        var isDue = IsDue;
        IsDue &= forgotten.Count == 0;
        var any = base.GoOn();
        IsDue |= isDue && forgotten.Count > 0;
        return any;
    }

    internal override void FinishRound()
    {
        remembers = true;
        base.FinishRound();
        forgotten.ForEach(Start);
        forgotten.Clear();
        remembers = false;
    }

    internal override void Start(Device device)
    {
        if (remembers || device.Script.FailsRestart)
        {
            base.Start(device);
        }
        else
        {
            forgotten.Add(device);
        }
    }
}
