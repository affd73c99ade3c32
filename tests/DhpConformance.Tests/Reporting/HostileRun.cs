using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Tests.Reporting;

/// <summary>A failing run in which every text that can come from outside is this one.</summary>
internal static class HostileRun
{
    public static RunResults Saying(string text)
    {
        var run = SampleRuns.Failing;
        var profile = run.Profiles[^1];
        return SampleRuns.Of(
            run with
            {
                Suite = text,
                Settings = run.Settings with { Rules = [text], Shard = text },
                Implementation = new(text, text, text, run.Implementation.Claims)
                {
                    Notes = [new("ADD-01", text), new(text, text)],
                    KnownFailures = [.. run.Profiles[^1].Failures.Select(failure => failure.Rule).OfType<string>()
                        .Distinct().Skip(1).Select(rule => new KnownFailure(rule, text, text))],
                },
            },
            profile with
            {
                Profile = Of(profile.Profile, text),
                Headline = text,
                Rules =
                [
                    .. profile.Rules.Select(rule => rule with { Reason = text }),
                    new(text, Verdict.Inconclusive, 1, text),
                ],
                Failures =
                [
                    .. profile.Failures.Select(failure => Of(failure, text)),
                    Of(profile.Failures[0], text) with { Rule = null },
                ],
                Coverage = [.. profile.Coverage.Select(cell => cell with { Required = text })],
            });
    }

    /// <summary>The same with rules, situations and a name that there are, so that the file is read.</summary>
    public static RunResults Readable(string text)
    {
        var run = Saying(text);
        var profile = run.Profiles[0];
        return SampleRuns.Of(
            run with
            {
                Settings = run.Settings with { Rules = [], Shard = null },
                Implementation = run.Implementation with { Notes = [run.Implementation.Notes!.Value[0]] },
            },
            profile with
            {
                Headline = $"? {text}",
                Profile = profile.Profile with { Name = "acme-os" },
                Rules = [.. profile.Rules.Where(rule => rule.Rule != text)],
                Coverage = SampleRuns.Failing.Profiles[^1].Coverage,
            });
    }

    private static Failure Of(Failure failure, string text) => failure with
    {
        Subject = text,
        Expected = text,
        Observed = text,
        Evidence = text,
        Setup = failure.Setup with
        {
            Units = [.. failure.Setup.Units.Select(unit => unit with { Type = text, SerialNumber = text })],
            Partitions = [.. failure.Setup.Partitions.Select(one => one with { Profile = Of(one.Profile, text) })],
        },
    };

    private static Profile Of(Profile profile, string text) => profile with { Name = text, Architecture = text };
}
