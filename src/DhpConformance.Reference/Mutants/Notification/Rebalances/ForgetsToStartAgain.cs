namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A hot replace waits for that end: to put a stopped device to sleep breaks QUI-15.
/// </remarks>
[Breaks("REB-14", "A device that was stopped is started again only if somebody waits for the end of the rebalance.")]
internal sealed class ForgetsToStartAgain(OperatingSystem system, Audience audience) : PlugAndPlay(system, audience)
{
    private readonly List<Device> forgotten = [];
    private bool remembers;

    internal override bool TakesPart(Device device) => base.TakesPart(device) && !forgotten.Contains(device);

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
