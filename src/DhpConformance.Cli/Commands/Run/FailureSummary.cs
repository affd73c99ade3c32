using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>
/// What is broken, for people: each rule in full once, by the shortest way to break it, and a line for each other
/// profile that breaks it too.
/// </summary>
internal sealed class FailureSummary(IAnsiConsole console, RunResults results, RunFiles files)
{
    public void Write()
    {
        var groups = results.Profiles
            .SelectMany(profile => profile.Failures, (profile, failure) => (Profile: profile, Failure: failure))
            .GroupBy(one => (one.Failure.Rule, one.Failure.OneOff));
        foreach (var group in groups)
        {
            var shortest = group.MinBy(one => one.Failure.Operations.Length);
            var (profile, failure) = shortest;
            console.Line("");
            foreach (var line in FailureText.Lines(profile, failure, files.ReplayCommand(profile, failure)))
            {
                console.Line(line);
            }

            foreach (var other in group.Where(one => one != shortest))
            {
                console.Line($"  {Also(other.Profile, other.Failure, failure)}");
            }
        }
    }

    private string Also(ProfileResult profile, Failure failure, Failure told) =>
        $"Also in {profile.Profile.Name}, {Count.Of(failure.Operations.Length, "step")}{Otherwise(failure, told)}: "
        + files.ReplayCommand(profile, failure);

    private static string Otherwise(Failure failure, Failure told) => failure.Observed == told.Observed
        ? ""
        : $", observed {failure.Observed.ReplaceLineEndings(" ")}";
}
