using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Coverage;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Markdown;

/// <summary>The sizes that a run has reached: a line for each profile, and how operations were answered.</summary>
internal static class MarkdownSizes
{
    public static void Write(RunResults results, Action<string> line)
    {
        var profiles = results.Profiles.Where(profile => profile.Sizes is not null).ToList();
        if (profiles.Count == 0)
        {
            return;
        }

        line("### Sizes that were reached");
        line("");
        line("| Profile | Processors it can use | reached | one more refused | Active processors | Groups "
            + "| Partitions | Memory | Hot operations without a stop | carried out |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var profile in profiles)
        {
            var (sizes, largest) = (profile.Sizes!, profile.Sizes!.Largest);
            line($"| {MarkdownText.Code(profile.Profile.Name)} | {Amount.Of(profile.Profile.ProcessorLimit)} "
                + $"| {Cases(sizes, SizeGoal.ProcessorLimit)} "
                + $"| {Cases(sizes, SizeGoal.AddBeyondProcessorLimit, SizeGoal.StartBeyondProcessorLimit)} "
                + $"| {Amount.Of(largest.ActiveProcessors)} | {Amount.Of(largest.Groups)} "
                + $"| {Amount.Of(largest.Partitions)} | {Amount.Bytes(largest.MemoryBytes)} "
                + $"| {Amount.Of(largest.HotOperations)} | {Amount.Of(largest.CarriedOut)} |");
        }

        line("");
        Missing(profiles, line);
        Outcomes(results, line);
    }

    private static void Missing(List<ProfileResult> profiles, Action<string> line)
    {
        var all = profiles
            .SelectMany(profile => profile.Sizes!.Goals.Where(cell => cell.IsMissing), (profile, cell) =>
                (cell.Goal, profile.Profile.Name))
            .GroupBy(one => one.Goal, one => one.Name)
            .OrderBy(same => same.Key)
            .ToList();
        foreach (var missing in all)
        {
            line($"* Never in {string.Join(", ", missing.Select(MarkdownText.Code))}: {SizeWords.Of(missing.Key)}.");
        }

        if (all.Count > 0)
        {
            line("");
        }
    }

    private static void Outcomes(RunResults results, Action<string> line)
    {
        var outcomes = Enum.GetValues<OutcomeKind>();
        line($"| Operation | {string.Join(" | ", outcomes.Select(outcome => Words.Of(outcome)))} |");
        line($"|---|{string.Concat(outcomes.Select(_ => "--:|"))}");
        foreach (var (operation, counts) in Distributions.Outcomes(results))
        {
            line($"| {Words.Of(operation)} | {string.Join(" | ", counts.Select(count => Amount.Of(count)))} |");
        }

        line("");
    }

    private static string Cases(ReachedSizes sizes, params ReadOnlySpan<SizeGoal> goals)
    {
        var cases = 0;
        foreach (var goal in goals)
        {
            cases += sizes.Goals.Where(cell => cell.Goal == goal).Sum(cell => cell.Cases);
        }

        return cases == 0 ? "–" : Amount.Of(cases, "case");
    }
}
