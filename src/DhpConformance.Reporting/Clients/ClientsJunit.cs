using System.Globalization;
using System.Xml;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Histories;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Clients;

/// <summary>
/// JUnit XML: a suite for each profile, a test for each rule for overlapping requests and for each other rule that is
/// broken. What is inconclusive is an error there, as in a run with one client.
/// </summary>
internal static class ClientsJunit
{
    public static void Write(ConcurrentResults results, TextWriter writer)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(writer, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString(
                "name", SafeText.Line($"{results.Implementation.Name} {results.Implementation.Version}", 500));
            Counts(xml, [.. results.Profiles]);
            foreach (var profile in results.Profiles)
            {
                Write(xml, profile);
            }

            xml.WriteEndElement();
        }

        writer.Write("\n");
    }

    private static void Write(XmlWriter xml, ConcurrentProfileResult profile)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", profile.Profile.Name);
        Counts(xml, profile);
        foreach (var rule in profile.Rules)
        {
            Begin(xml, profile, rule.Rule);
            if (rule.Verdict == Verdict.Fail)
            {
                Failure(xml, profile, profile.Failures.First(failure => failure.Rule == rule.Rule));
            }
            else if (rule.Reason is { } reason)
            {
                Element(xml, rule.Verdict == Verdict.Inconclusive ? "error" : "skipped", reason, null);
            }

            xml.WriteEndElement();
        }

        foreach (var stray in Strays(profile))
        {
            Begin(xml, profile, stray.Rule);
            Failure(xml, profile, stray);
            xml.WriteEndElement();
        }

        if (Broken(profile) is { } broken)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", $"dhp.{profile.Profile.Name}.clients");
            xml.WriteAttributeString("name", "The run is complete.");
            Element(xml, "error", broken, null);
            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", profile.Headline);
        xml.WriteEndElement();
    }

    // Rules for sequences that were broken where nothing overlapped.
    private static IEnumerable<ConcurrentFailure> Strays(ConcurrentProfileResult profile) =>
        profile.Failures.Where(failure => profile.Rules.All(rule => rule.Rule != failure.Rule));

    private static string? Broken(ConcurrentProfileResult profile) =>
        (profile.Fault ?? profile.Stopped) is { } why ? SafeText.Line(why, 1000) : null;

    private static void Counts(XmlWriter xml, params ConcurrentProfileResult[] profiles)
    {
        var strays = profiles.Sum(profile => Strays(profile).Count());
        var broken = profiles.Count(profile => Broken(profile) is not null);
        Number("tests", profiles.Sum(profile => profile.Rules.Length) + strays + broken);
        Number("failures", Count(Verdict.Fail) + strays);
        Number("errors", Count(Verdict.Inconclusive) + broken);
        Number("skipped", Count(Verdict.NotApplicable));
        xml.WriteAttributeString(
            "time",
            profiles.Sum(profile => profile.Elapsed.TotalSeconds).ToString("0.###", CultureInfo.InvariantCulture));

        int Count(Verdict verdict) => profiles.Sum(profile => profile.Rules.Count(rule => rule.Verdict == verdict));

        void Number(string name, int number) =>
            xml.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    private static void Begin(XmlWriter xml, ConcurrentProfileResult profile, string rule)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"dhp.{profile.Profile.Name}.clients");
        xml.WriteAttributeString("name", $"{rule} {HistoryText.Statement(rule)}");
    }

    private static void Failure(XmlWriter xml, ConcurrentProfileResult profile, ConcurrentFailure failure) => Element(
        xml,
        "failure",
        failure.Result is null
            ? "A call got no answer."
            : $"No order of the {Amount.Of(failure.History.Calls.Length, "call")} explains every answer.",
        string.Join('\n', HistoryText.Lines(failure).Append($"History: {profile.FileOf(failure)}")));

    private static void Element(XmlWriter xml, string name, string message, string? text)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("message", message);
        if (name != "skipped")
        {
            xml.WriteAttributeString("type", name);
        }

        xml.WriteString(text is null ? "" : SafeText.Text(text, 100_000));
        xml.WriteEndElement();
    }
}
