using DhpConformance.Abstractions;
using DhpConformance.Engine.Facts;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Testing;

/// <summary>
/// The message of a test that fails: the rule, the shortest sequence, the command that does it again, a fact to paste.
/// </summary>
internal sealed class FailureMessage(
    Func<IPartitionableServer> create, string folder, RunResults results, ProfileResult profile)
{
    public string Of(Failure failure)
    {
        var replay = Record(failure);
        return string.Join('\n', FailureTimeline(failure).Concat(
        [
            "",
            $"Replay: dhp replay \"{replay}\"{Implementation()}",
            "",
            "As a fact:",
            "",
            FactCode.Of(profile, failure, ModelTimeline.Of(failure, results.Implementation.Claimed), replay),
        ]));
    }

    private IEnumerable<string> FailureTimeline(Failure failure) =>
    [
        failure.Rule is { } rule
            ? $"{rule} is broken in {profile.Profile.Name}: {RuleCatalog.Get(rule).Statement}"
            : $"The implementation broke in {profile.Profile.Name}, which says nothing about any rule.",
        "",
        .. FailureNarration.Steps(failure).Select(sentence => "  " + sentence),
        "",
        $"It shows {FailureNarration.Moment(failure)}, {failure.Subject}:",
        $"  expected  {failure.Expected}",
        $"  observed  {failure.Observed.ReplaceLineEndings(" ")}",
        .. failure.Evidence is { } evidence ? [evidence] : Array.Empty<string>(),
        .. Recurrence.Sentence(failure) is { Length: > 0 } doubt ? [doubt] : Array.Empty<string>(),
    ];

    private string Implementation() =>
        results.Implementation.Source.Length > 0 ? "" : " --implementation SOURCE";

    private string Record(Failure failure)
    {
        var path = Path.Combine(folder, $"{failure.Rule ?? RuleTest.NoRule}-{profile.Profile.Name}.ndjson");
        var replay = ReplayRecorder.Record(create, results, profile, failure);
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(path);
        ReplayWriter.Write(replay, writer);
        return path;
    }
}
