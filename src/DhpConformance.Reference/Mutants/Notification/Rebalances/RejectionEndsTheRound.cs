namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-09", "When one device rejects query-stop the others are not asked.")]
internal sealed class RejectionEndsTheRound(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    private bool rejected;

    internal override bool GoOn()
    {
        rejected = false;
        return base.GoOn();
    }

    internal override bool TakesPart(Device device) =>
        base.TakesPart(device) && (!rejected || device.Script.FailsRestart);

    internal override bool Query(Device device)
    {
        var agrees = base.Query(device);
        rejected |= !agrees;
        return agrees;
    }
}
