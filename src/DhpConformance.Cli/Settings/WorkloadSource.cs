using DhpConformance.Engine.Cases;

namespace DhpConformance.Cli.Settings;

/// <summary>Finds what <c>--workload</c> names.</summary>
internal static class WorkloadSource
{
    /// <summary>The workload.</summary>
    /// <exception cref="BadInputException">There is no such workload.</exception>
    public static Workload Find(SettingValues settings) => settings.Text(SettingTable.Workload) switch
    {
        "default" => Workload.Default,
        "churn" => Workload.Churn,
        "burst" => Workload.Burst,
        "soak" => Workload.Soak,
        var other => throw new BadInputException(
            $"workload is \"{other}\" (from {settings.Origin(SettingTable.Workload)}); write default, churn, burst or "
            + "soak."),
    };
}
