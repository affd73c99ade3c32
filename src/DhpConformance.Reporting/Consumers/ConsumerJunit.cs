using System.Xml;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Consumers;
using DhpConformance.Reporting.Junit;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Consumers;

/// <summary>
/// JUnit XML: one suite, a test for each rule. What is inconclusive is an error there, as in a run that judges a
/// server.
/// </summary>
internal static class ConsumerJunit
{
    public static void Write(ConsumerResults results, TextWriter writer) => JunitXml.Document(writer, xml =>
    {
        var name = SafeText.Line($"{results.Consumer.Name} {results.Consumer.Version}", 500);
        var counts = results.Rules.ToLookup(rule => rule.Verdict);
        var faults = results.Failures.Where(failure => failure.Rule is null).ToList();
        var (failures, errors) = (counts[Verdict.Fail].Count(), counts[Verdict.Inconclusive].Count());
        var tally = new Tally(
            results.Rules.Length + faults.Count,
            failures,
            errors + faults.Count,
            results.Rules.Length - failures - errors - counts[Verdict.Pass].Count());
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", name);
        JunitXml.Counts(xml, tally, results.Elapsed);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        JunitXml.Counts(xml, tally, results.Elapsed);
        foreach (var rule in results.Rules)
        {
            Test(xml, ConsumerRuleCatalog.Find(rule.Rule)!, rule, results);
        }

        foreach (var fault in faults)
        {
            JunitXml.Begin(xml, ClassOf(results, "implementation"), "The consumer keeps the contract.");
            JunitXml.Reason(xml, "error", SafeText.Line(fault.Observed, 1000), Text(fault));
            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", results.Headline);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Test(XmlWriter xml, ConsumerRule rule, RuleResult result, ConsumerResults results)
    {
        JunitXml.Begin(xml, ClassOf(results, rule.Group), $"{rule.Id} {rule.Statement}");
        var failure = results.Failures.FirstOrDefault(one => one.Rule == rule.Id);
        switch (result.Verdict)
        {
            case Verdict.Pass:
                break;
            case Verdict.Fail when failure is not null:
                JunitXml.Reason(
                    xml,
                    "failure",
                    SafeText.Line(
                        $"{Words.Of(rule.Level)}: expected {failure.Expected}, observed {failure.Observed}", 1000),
                    Text(failure));
                break;
            default:
                JunitXml.Reason(
                    xml,
                    result.Verdict is Verdict.Inconclusive or Verdict.Error ? "error" : "skipped",
                    $"{Words.Of(result.Verdict)}: {result.Reason}");
                break;
        }

        xml.WriteEndElement();
    }

    private static string ClassOf(ConsumerResults results, string group) =>
        $"dhp.{Words.Of(results.Consumer.Role)}.{group}";

    private static string Text(ConsumerFailure failure) => string.Join(
        '\n', ConsumerFailureText.Lines(failure).Append($"Replay file: {ConsumerReports.FileOf(failure)}"));
}
