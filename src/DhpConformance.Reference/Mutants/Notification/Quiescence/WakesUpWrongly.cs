namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Keeps something back while a partition is woken up after a swap. A hot replace that failed is woken up from as it
/// should be: that is another rule, QUI-10.
/// </summary>
internal abstract class WakesUpWrongly(Partition partition) : OperatingSystem(partition)
{
    private bool swapped;
    private bool waking;

    /// <summary>Whether a message gets through while the partition is woken up.</summary>
    protected abstract bool IsDelivered(Message message);

    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        swapped = true;
    }

    internal override void WakeUp()
    {
        waking = swapped;
        base.WakeUp();
        waking = swapped = false;
    }

    internal override void Tell(Message message)
    {
        if (!waking || IsDelivered(message))
        {
            base.Tell(message);
        }
    }
}
