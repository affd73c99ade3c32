namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-22", "The latest hot operation is still shown after the partition was started anew.")]
internal sealed class StatusSurvivesRestart(Partition partition) : OperatingSystem(partition)
{
    internal override void Boot()
    {
        var latest = LatestHotOperation;
        base.Boot();
        LatestHotOperation = latest;
    }
}
