using System.Text.Json;
using DhpConformance.Engine.Results;

namespace DhpConformance.QemuTests;

/// <summary>
/// Defects of QEMU that were found and reported. Anything else that fails is new, and one of these that does not fail
/// any more has to leave the list: both fail the build.
/// </summary>
internal sealed record KnownFailure(string Campaign, string Rule, string[] Versions, string Reason, string Link)
{
    public static KnownFailure[] Of(string campaign, string version)
    {
        var json = File.ReadAllText(AdapterFiles.PathOf("known-failures.json"));
        var all = JsonSerializer.Deserialize<KnownFailure[]>(json, JsonSerializerOptions.Web)!;
        return [.. all.Where(known => known.Campaign == campaign && known.Versions.Contains(version))];
    }

    /// <summary>What is wrong with a result, given what is known.</summary>
    public static IEnumerable<string> Complaints(KnownFailure[] known, ProfileResult result)
    {
        foreach (var failure in result.Failures.Where(failure => known.All(one => one.Rule != failure.Rule)))
        {
            yield return $"New: {failure.Rule ?? "no rule"}: {failure.Subject}: expected {failure.Expected}, "
                + $"observed {failure.Observed}, after\n  {string.Join("\n  ", failure.Operations)}";
        }

        foreach (var gone in known.Where(one => result.Failures.All(failure => failure.Rule != one.Rule)))
        {
            yield return $"{gone.Rule} ({gone.Reason}) does not fail any more: take it out of known-failures.json.";
        }
    }
}
