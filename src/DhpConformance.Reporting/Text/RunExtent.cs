using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Text;

/// <summary>How much was run, in words.</summary>
internal static class RunExtent
{
    /// <summary>Reads like <c>seed 1, 1,000 cases of 50 operations for each profile</c>.</summary>
    public static string Of(RunResults results)
    {
        var settings = results.Settings;
        return settings.Exhaustive is { } exhaustive
            ? $"scope {exhaustive.Scope.Name}, shard {exhaustive.Shard}, "
                + $"{Amount.Of(results.Footer.Cases, "state")} visited"
            : $"seed {settings.Seed}, {Amount.Of(settings.Cases)} cases of {Amount.Of(settings.Length)} operations for "
                + "each profile";
    }
}
