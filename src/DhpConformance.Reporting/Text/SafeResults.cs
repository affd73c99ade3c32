using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Text;

/// <summary>
/// Results in which every text is fit to be shown. Writers are given nothing else, so that none of them can forget.
/// </summary>
internal static class SafeResults
{
    private const int Name = 120;
    private const int Sentence = 1000;
    private const int Signature = 3000;
    private const int Evidence = 6000;

    public static RunResults Of(RunResults results) => results with
    {
        Suite = SafeText.Line(results.Suite, Name),
        Implementation = results.Implementation with
        {
            Source = SafeText.Line(results.Implementation.Source, Sentence),
            Name = SafeText.Line(results.Implementation.Name, Name),
            Version = SafeText.Line(results.Implementation.Version, Name),
            Notes = results.Implementation.Notes is { } remarks ? [.. remarks.Select(Of)] : null,
            KnownFailures = results.Implementation.KnownFailures is { } known ? [.. known.Select(Of)] : null,
        },
        Settings = results.Settings with
        {
            Rules = [.. results.Settings.Rules.Select(rule => SafeText.Line(rule, Name))],
            Shard = results.Settings.Shard is { } shard ? SafeText.Line(shard, Name) : null,
            Scope = results.Settings.Scope is { } scope ? scope with { Name = SafeText.Line(scope.Name, Name) } : null,
        },
        Profiles = [.. results.Profiles.Select(Of)],
    };

    private static ProfileResult Of(ProfileResult result) => result with
    {
        Profile = Of(result.Profile),
        Headline = SafeText.Line(result.Headline, Sentence),
        Stopped = result.Stopped is null ? null : SafeText.Line(result.Stopped, Sentence),
        Rules = [.. result.Rules.Select(Of)],
        Failures = [.. result.Failures.Select(Of)],
        Sizes = result.Sizes is { } sizes ? sizes with { Goals = [.. sizes.Goals.Select(Of)] } : null,
        Coverage = [.. result.Coverage.Select(cell => cell with { Required = SafeText.Line(cell.Required, Name) })],
    };

    private static RuleResult Of(RuleResult rule) => rule with
    {
        Rule = SafeText.Line(rule.Rule, Name),
        Reason = rule.Reason is null ? null : SafeText.Line(rule.Reason, Sentence),
    };

    private static SizeGoalCell Of(SizeGoalCell cell) =>
        cell with { Reason = cell.Reason is null ? null : SafeText.Line(cell.Reason, Sentence) };

    private static RuleNote Of(RuleNote remark) =>
        new(SafeText.Line(remark.Rule, Name), SafeText.Line(remark.Text, Sentence));

    private static KnownFailure Of(KnownFailure known) => new(
        SafeText.Line(known.Rule, Name), SafeText.Line(known.Reason, Sentence), SafeText.Line(known.Link, Sentence))
    {
        // As what was observed is, so that one is still found in the other.
        Observed = known.Observed is { } texts ? [.. texts.Select(text => SafeText.Text(text, Sentence))] : null,
        Causes = known.Causes is { } causes ? [.. causes.Select(cause => SafeText.Line(cause, Signature))] : null,
    };

    private static Failure Of(Failure failure) => failure with
    {
        Rule = failure.Rule is null ? null : SafeText.Line(failure.Rule, Name),
        Setup = Of(failure.Setup),
        Subject = SafeText.Line(failure.Subject, Sentence),
        Expected = SafeText.Text(failure.Expected, Sentence),
        Observed = SafeText.Text(failure.Observed, Sentence),
        Evidence = failure.Evidence is null ? null : SafeText.Text(failure.Evidence, Evidence),
        Others = failure.Others is { } others ? [.. others.Select(Of)] : null,
    };

    private static OtherCause Of(OtherCause other) => other with
    {
        Subject = SafeText.Line(other.Subject, Sentence),
        Expected = SafeText.Line(other.Expected, Sentence),
        Observed = SafeText.Line(other.Observed, Sentence),
        Cause = other.Cause is null ? null : SafeText.Line(other.Cause, Signature),
    };

    private static ServerSetup Of(ServerSetup setup) => setup with
    {
        Units =
        [
            .. setup.Units.Select(unit => unit with
            {
                Type = SafeText.Line(unit.Type, Name),
                SerialNumber = SafeText.Line(unit.SerialNumber, Name),
            }),
        ],
        Partitions = [.. setup.Partitions.Select(partition => partition with { Profile = Of(partition.Profile) })],
    };

    private static Profile Of(Profile profile) => profile with
    {
        Name = SafeText.Line(profile.Name, Name),
        Architecture = SafeText.Line(profile.Architecture, Name),
    };
}
