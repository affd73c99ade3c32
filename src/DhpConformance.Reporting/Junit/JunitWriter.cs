using System.Globalization;
using System.Xml;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Failures;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Junit;

/// <summary>
/// JUnit XML: a suite for each profile, a test for each rule. What could not be decided is an error there, since these
/// systems know nothing between passed and not; what is not claimed, applicable or testable is skipped, with the
/// reason, and so is a failure that was known before: it turns no run red.
/// </summary>
internal sealed class JunitWriter(XmlWriter xml, RunResults results)
{
    public static void Write(RunResults results, TextWriter writer) =>
        JunitXml.Document(writer, xml => new JunitWriter(xml, results).Write());

    private void Write()
    {
        xml.WriteStartElement("testsuites");
        var chosen = ChosenRules.Of(results);
        Attribute(
            "name",
            $"{results.Implementation.Name} {results.Implementation.Version}"
                + (chosen.Any ? $" ({chosen.Outcome}; this shows nothing about the others)" : ""));
        var completeness = Completeness.Of(results);
        JunitXml.Counts(
            xml,
            Tally.Sum(results.Profiles.Select(Count).Append(completeness.IsWhole ? default : Tally.OneError)),
            TimeSpan.FromMilliseconds(results.Times.ElapsedMilliseconds));
        for (var i = 0; i < results.Profiles.Length; i++)
        {
            var times = results.Times.ProfileMilliseconds;
            Suite(results.Profiles[i], i < times.Length ? times[i] : 0);
        }

        if (!completeness.IsWhole)
        {
            Incomplete(string.Join(" ", completeness.Missing));
        }

        xml.WriteEndElement();
    }

    private void Suite(ProfileResult profile, long milliseconds)
    {
        var stray = profile.Failures.Where(failure => failure.Rule is null).ToList();
        Begin(profile.Profile.Name, Count(profile), TimeSpan.FromMilliseconds(milliseconds));
        Attribute("timestamp", results.Times.Started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        foreach (var rule in profile.Rules)
        {
            Case(profile, rule.Rule, $"{rule.Rule} {RuleCatalog.Find(rule.Rule)?.Statement}".TrimEnd());
            Result(profile, rule);
            Note(rule);
            xml.WriteEndElement();
        }

        for (var i = 0; i < stray.Count; i++)
        {
            // Systems tell tests apart by their names alone.
            Case(profile, "implementation", $"The implementation answers{(i == 0 ? "" : $" ({i + 1})")}.");
            Element("error", "error", $"{stray[i].Subject}: {stray[i].Observed}", FailureTimeline(profile, stray[i]));
            xml.WriteEndElement();
        }

        Element("system-out", $"{profile.Headline}\n{UndecidedCases.Sentence(profile)}".TrimEnd());
        xml.WriteEndElement();
    }

    private void Result(ProfileResult profile, RuleResult rule)
    {
        switch (rule.Verdict)
        {
            case Verdict.Fail when Known(profile, rule.Rule) is { } known:
                Element("skipped", "known-failure", $"known failure: {known.Reason} ({known.Link})", "");
                break;
            case Verdict.Fail:
                var failure = profile.Failures.FirstOrDefault(one => one.Rule == rule.Rule);
                Element(
                    "failure",
                    "fail",
                    failure is null ? $"broken{LevelMark.Of(rule.Rule)}" : Sentence(failure),
                    failure is null ? "" : FailureTimeline(profile, failure));
                break;
            case Verdict.Inconclusive when IsBehind(profile, rule):
                Element("skipped", "behind-known-failure", $"inconclusive: {rule.Reason}", "");
                break;
            case Verdict.Error or Verdict.Inconclusive:
                Undecided("error", rule);
                break;
            case Verdict.NotClaimed or Verdict.NotApplicable or Verdict.NotTestable:
                Undecided("skipped", rule);
                break;
        }
    }

    private KnownFailure? Known(ProfileResult profile, string rule) =>
        results.Implementation.KnownFailures?.FirstOrDefault(known => known.Rule == rule && known.IsMetIn(profile));

    private bool IsBehind(ProfileResult profile, RuleResult rule) => rule.IsBehindKnownFailure
        && results.Implementation.KnownFailures?.Any(known => known.IsMetIn(profile)) == true;

    private Tally Count(ProfileResult profile) =>
        Tally.Of(profile, rule => Known(profile, rule.Rule) is not null || IsBehind(profile, rule));

    private void Note(RuleResult rule)
    {
        if (results.Implementation.Notes?.FirstOrDefault(remark => remark.Rule == rule.Rule) is { } remark)
        {
            Element("system-out", $"Remark of the adapter: {remark.Text}");
        }
    }

    private void Undecided(string element, RuleResult rule) => Element(
        element, VerdictStyle.Style(rule.Verdict), $"{VerdictStyle.Word(rule.Verdict)}: {rule.Reason}", "");

    private static string Sentence(Failure failure) =>
        $"{LevelMark.Of(failure.Rule)} {failure.Subject}: expected {failure.Expected}, observed {failure.Observed}"
            .TrimStart();

    private void Incomplete(string missing)
    {
        Begin("The run", Tally.OneError, TimeSpan.Zero);
        JunitXml.Begin(xml, "dhp", "The run is complete.");
        Element("error", "incomplete", $"INCOMPLETE: {missing}", "");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string FailureTimeline(ProfileResult profile, Failure failure) => string.Join('\n',
    [
        .. FailureNarration.Steps(failure),
        "",
        $"{FailureNarration.Moment(failure)}, {failure.Subject}:",
        $"  expected {failure.Expected}",
        $"  observed {failure.Observed}",
        .. failure.Cause is { } cause ? [$"  cause {cause}"] : (string[])[],
        Recurrence.Sentence(failure),
        ReplayCommand.Of(profile, failure),
        failure.Evidence ?? "",
    ]);

    private void Begin(string name, Tally tally, TimeSpan elapsed)
    {
        xml.WriteStartElement("testsuite");
        Attribute("name", name);
        JunitXml.Counts(xml, tally, elapsed);
    }

    private void Case(ProfileResult profile, string rule, string name) =>
        JunitXml.Begin(xml, $"dhp.{profile.Profile.Name}.{Rules.RuleGroups.Of(rule)}", name);

    private void Element(string element, string type, string message, string text) =>
        JunitXml.Reason(xml, element, message, text, type);

    private void Element(string element, string text) => xml.WriteElementString(element, text);

    private void Attribute(string name, string value) => xml.WriteAttributeString(name, value);
}
