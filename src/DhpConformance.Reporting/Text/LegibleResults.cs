using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Text;

/// <summary>
/// Results in which every text is fit to be shown. Writers are given nothing else, so that none of them can forget.
/// </summary>
internal static class LegibleResults
{
    private const int Name = 120;
    private const int Sentence = 1000;
    private const int Evidence = 6000;

    public static RunResults Of(RunResults results) => results with
    {
        Suite = Legible.Line(results.Suite, Name),
        Implementation = results.Implementation with
        {
            Source = Legible.Line(results.Implementation.Source, Sentence),
            Name = Legible.Line(results.Implementation.Name, Name),
            Version = Legible.Line(results.Implementation.Version, Name),
            Remarks = results.Implementation.Remarks is { } remarks ? [.. remarks.Select(Of)] : null,
            KnownFailures = results.Implementation.KnownFailures is { } known ? [.. known.Select(Of)] : null,
        },
        Settings = results.Settings with
        {
            Rules = [.. results.Settings.Rules.Select(rule => Legible.Line(rule, Name))],
            Shard = results.Settings.Shard is { } shard ? Legible.Line(shard, Name) : null,
            Scope = results.Settings.Scope is { } scope ? scope with { Name = Legible.Line(scope.Name, Name) } : null,
        },
        Profiles = [.. results.Profiles.Select(Of)],
    };

    private static ProfileResult Of(ProfileResult result) => result with
    {
        Profile = Of(result.Profile),
        Headline = Legible.Line(result.Headline, Sentence),
        Stopped = result.Stopped is null ? null : Legible.Line(result.Stopped, Sentence),
        Rules = [.. result.Rules.Select(Of)],
        Failures = [.. result.Failures.Select(Of)],
        Coverage = [.. result.Coverage.Select(cell => cell with { Required = Legible.Line(cell.Required, Name) })],
    };

    private static RuleResult Of(RuleResult rule) => rule with
    {
        Rule = Legible.Line(rule.Rule, Name),
        Reason = rule.Reason is null ? null : Legible.Line(rule.Reason, Sentence),
    };

    private static RuleRemark Of(RuleRemark remark) =>
        new(Legible.Line(remark.Rule, Name), Legible.Line(remark.Text, Sentence));

    private static KnownFailure Of(KnownFailure known) => new(
        Legible.Line(known.Rule, Name), Legible.Line(known.Reason, Sentence), Legible.Line(known.Link, Sentence))
    {
        // As what was observed is, so that one is still found in the other.
        Observed = known.Observed is { } texts ? [.. texts.Select(text => Legible.Text(text, Sentence))] : null,
    };

    private static Failure Of(Failure failure) => failure with
    {
        Rule = failure.Rule is null ? null : Legible.Line(failure.Rule, Name),
        Setup = Of(failure.Setup),
        Subject = Legible.Line(failure.Subject, Sentence),
        Expected = Legible.Text(failure.Expected, Sentence),
        Observed = Legible.Text(failure.Observed, Sentence),
        Evidence = failure.Evidence is null ? null : Legible.Text(failure.Evidence, Evidence),
    };

    private static ServerSetup Of(ServerSetup setup) => setup with
    {
        Units =
        [
            .. setup.Units.Select(unit => unit with
            {
                Type = Legible.Line(unit.Type, Name),
                SerialNumber = Legible.Line(unit.SerialNumber, Name),
            }),
        ],
        Partitions = [.. setup.Partitions.Select(partition => partition with { Profile = Of(partition.Profile) })],
    };

    private static Profile Of(Profile profile) => profile with
    {
        Name = Legible.Line(profile.Name, Name),
        Architecture = Legible.Line(profile.Architecture, Name),
    };
}
