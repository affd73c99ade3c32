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
                    $"Not judged in {profile.Profile.Name}, because known failures prevent it: "
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
                $"Not known: {one.Rule} is broken in {profile.Profile.Name}, but not in the known way: "
                + $"{difference}.",
                Color.Red);
        }

        foreach (var one in known.Undecided(results))
        {
            console.Line(
                $"Known: {one.Rule}, which is inconclusive here: this run does not show whether it still fails.",
                Color.Yellow);
        }

        foreach (var one in known.NotJudged(results))
        {
            console.Line(
                $"Known: {one.Rule}, which no profile of this run tests: this run says nothing about it.",
                Color.Yellow);
        }

        if (known.Failing(results).Any() && worst == Verdict.Pass)
        {
            console.Line("Only known failures are left. The implementation is still not conformant.", Color.Yellow);
        }

        if (known.OutOfDate(results).FirstOrDefault() is { } passing)
        {
            throw new BadInputException(
                $"{passing.Rule} is a known failure that no longer fails; remove it from the list.",
                worst is Verdict.Fail or Verdict.Error ? ExitCodes.Of(worst) : ExitCode.BadInput);
        }
    }
}
