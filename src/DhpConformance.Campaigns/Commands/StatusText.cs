using System.Globalization;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Cli.Output;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Campaigns.Commands;

/// <summary>How far a campaign is, for people.</summary>
internal static class StatusText
{
    // Workers say that they are alive three times in a lease.
    private static readonly TimeSpan Worrying = TimeSpan.FromSeconds(30);

    /// <summary>All there is to say.</summary>
    public static IEnumerable<string> Lines(string name, CampaignStatus status)
    {
        yield return $"{name}: {Words(status.Phase)}, {Text(status.Elapsed)}";
        foreach (var profile in status.Profiles)
        {
            var of = status.Cases is { } cases ? $" of {Number(cases)}" : "";
            var why = profile.GivenUp is { } reason ? $"; no more, since {reason}" : "";
            yield return $"  {profile.Name}: {Number(profile.Done)}{of} cases, {Number(profile.Failing)} failing{why}";
        }

        if (status.Findings > 0)
        {
            yield return $"  {status.Explained} of {status.Findings} failures made small";
        }

        foreach (var worker in status.Workers)
        {
            yield return SafeText.Line(Line(worker), 500);
        }

        if (status.Problem is { } problem)
        {
            yield return SafeText.Line($"  It cannot be kept at the moment: {problem}", 500);
        }
    }

    /// <summary>The same in one line.</summary>
    public static string Line(CampaignStatus status)
    {
        var done = status.Profiles.Sum(profile => (long)profile.Done);
        var of = status.Cases is { } cases ? $" of {Number((long)cases * status.Profiles.Length)}" : "";
        return $"{Number(done)}{of} cases, {Number(status.Profiles.Sum(profile => (long)profile.Failing))} failing, "
            + $"{Count.Of(status.Workers.Count(worker => worker.LastWords is null), "worker")}, {Text(status.Elapsed)}";
    }

    private static string Line(WorkerStatus worker) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {worker.Name}: {Count.Of(worker.Slots, "slot")}, {worker.Cases:N0} cases, "
        + $"{worker.CasesPerSecond:0.0} a second")
        + (worker.LastWords is { } words ? $"; gone: {words}"
            : worker.Silence > Worrying ? $"; has said nothing for {Text(worker.Silence)}"
            : "");

    private static string Words(CampaignPhase phase) => phase switch
    {
        CampaignPhase.Running => "running",
        CampaignPhase.Paused => "paused",
        CampaignPhase.Finished => "finished",
        _ => "unknown",
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");
}
