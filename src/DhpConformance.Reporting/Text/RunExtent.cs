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
        return settings.Scope is { } scope
            ? $"scope {scope.Name}, {shard}{Amount.Of(results.Footer.Cases, "state")} visited"
            : $"seed {settings.Seed}, {shard}{Amount.Of(settings.Cases, "case")} of "
                + $"{Amount.Of(settings.Length, "operation")} for each profile";
    }
}
