using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Output;

/// <summary>
/// A failure, for people: the rule, the shortest way to break it, and the command that does it again.
/// </summary>
internal static class FailureText
{
    public static IEnumerable<string> Lines(ProfileResult profile, Failure failure, string replayCommand)
    {
        yield return failure.OneOff
            ? $"BROKE {(failure.BrokenCases > 1 ? $"IN {failure.BrokenCases} CASES, NEVER AGAIN," : "ONCE")} "
                + $"in {profile.Profile.Name}"
            : failure.Rule is { } id ? $"FAIL {id}{LevelMark.Of(id)} in {profile.Profile.Name}"
            : $"ERROR in {profile.Profile.Name}";
        yield return "  " + (failure.Rule is { } rule && !failure.OneOff
            ? RuleCatalog.Get(rule).Statement
            : "The implementation broke, which says nothing about any rule.");
        yield return "";
        foreach (var step in FailureNarration.Steps(failure))
        {
            yield return "    " + step;
        }

        yield return "";
        yield return $"  {Capitalized(FailureNarration.Moment(failure))}, {failure.Subject}:";
        yield return $"    expected  {failure.Expected}";
        yield return $"    observed  {failure.Observed.ReplaceLineEndings(" ")}";
        foreach (var line in EvidenceText.Lines(failure.Evidence))
        {
            yield return "    " + line;
        }

        if (Recurrence.Sentence(failure) is { Length: > 0 } doubt)
        {
            yield return "  " + doubt;
        }

        foreach (var other in failure.Others ?? [])
        {
            yield return $"  Otherwise broken in case {other.Case}, after step {other.Step}: {other.Subject}, expected "
                + $"{other.Expected}, observed {other.Observed.ReplaceLineEndings(" ")}"
                + (other.Cause is { } its ? $"; its cause is \"{its}\"" : "");
        }

        if (failure.Cause is { } cause)
        {
            yield return $"  Cause: {cause}";
        }

        yield return $"  Replay: {replayCommand}";
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
