using DhpConformance.Cli.Output;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>What a run says of the failures that were known before.</summary>
internal sealed class KnownFailureSummary(ToolEnvironment environment, KnownFailureList known, RunResults results)
{
    /// <exception cref="BadInputException">
    /// One of them does not fail any more. Its code is that of what is broken besides, if anything is: that is worse.
    /// </exception>
    public void Write()
    {
        var console = environment.Console;
        var worst = known.Worst(results);
        foreach (var one in known.Failing(results))
        {
            console.Line($"Known: {one.Rule}, {one.Reason} ({one.Link})", Color.Yellow);
        }

        foreach (var profile in results.Profiles)
        {
            if (known.Behind(profile).ToList() is { Count: > 0 } behind)
            {
                console.Line(
                    $"Not judged in {profile.Profile.Name}, since what is known to be broken is in the way: "
                    + $"{string.Join(", ", behind)}.",
                    Color.Yellow);
            }
        }

        foreach (var (one, profile) in known.FailingOtherwise(results))
        {
            var other = one.Others(profile).First();
            var difference = one.HasCause(other)
                ? "what was observed contains none of "
                    + string.Join(", ", one.Observed!.Value.Select(text => $"\"{text}\""))
                : $"its cause is \"{other.Cause}\"";
            console.Line(
                $"Not known: {one.Rule} is broken in {profile.Profile.Name}, but not as it is known to be: "
                + $"{difference}.",
                Color.Red);
        }

        foreach (var one in known.Undecided(results))
        {
            console.Line(
                $"Known: {one.Rule}, which is inconclusive here; whether it still fails this run does not tell.",
                Color.Yellow);
        }

        foreach (var one in known.NotJudged(results))
        {
            console.Line(
                $"Known: {one.Rule}, which no profile of this run puts to the test; nothing is said of it.",
                Color.Yellow);
        }

        if (known.Failing(results).Any() && worst == Verdict.Pass)
        {
            console.Line("Nothing is broken but what is known, and that is not conformant.", Color.Yellow);
        }

        if (known.OutOfDate(results).FirstOrDefault() is { } passing)
        {
            throw new BadInputException(
                $"{passing.Rule} is a known failure, and does not fail any more; take it off the list.",
                worst is Verdict.Fail or Verdict.Error ? ExitCodes.Of(worst) : ExitCode.BadInput);
        }
    }
}
