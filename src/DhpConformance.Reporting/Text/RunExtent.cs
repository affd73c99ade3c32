using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Text;

/// <summary>How much was run, in words.</summary>
internal static class RunExtent
{
    /// <summary>Reads like <c>seed 1, 1,000 cases of 50 operations for each profile</c>.</summary>
    public static string Of(RunResults results)
    {
        var settings = results.Settings;
        var shard = settings.Shard is { } share ? $"shard {share}, " : "";
        var workload = settings.Workload == Workload.Default ? "" : $"workload {Words.Of(settings.Workload)}, ";
        return settings.Scope is { } scope
            ? $"scope {scope.Name}, {shard}{Amount.Of(results.Footer.Cases, "state")} visited"
            : $"seed {settings.Seed}, {workload}{shard}{Amount.Of(settings.Cases, "case")} of "
                + $"{Amount.Of(settings.Length, "operation")} for each profile";
    }
}
