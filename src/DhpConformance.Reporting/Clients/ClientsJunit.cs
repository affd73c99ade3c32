using System.Xml;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Histories;
using DhpConformance.Reporting.Junit;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Clients;

/// <summary>
/// JUnit XML: a suite for each profile, a test for each rule for overlapping requests and for each other rule that is
/// broken. What is inconclusive is an error there, as in a run with one client.
/// </summary>
internal static class ClientsJunit
{
    public static void Write(ConcurrentResults results, TextWriter writer) => JunitXml.Document(writer, xml =>
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
    });

    private static void Write(XmlWriter xml, ConcurrentProfileResult profile)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", profile.Profile.Name);
        Counts(xml, profile);
        foreach (var rule in profile.Rules)
        {
            Begin(xml, profile, Named(rule.Rule));
            if (rule.Verdict == Verdict.Fail)
            {
                Failure(xml, profile, profile.Failures.First(failure => failure.Rule == rule.Rule));
            }
            else if (rule.Reason is { } reason)
            {
                JunitXml.Reason(xml, rule.Verdict == Verdict.Inconclusive ? "error" : "skipped", reason);
            }

            xml.WriteEndElement();
        }

        foreach (var stray in Strays(profile))
        {
            Begin(xml, profile, Named(stray.Rule));
            Failure(xml, profile, stray);
            xml.WriteEndElement();
        }

        if (Broken(profile) is { } broken)
        {
            Begin(xml, profile, "The run is complete.");
            JunitXml.Reason(xml, "error", broken);
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
        var tally = new Tally(
            profiles.Sum(profile => profile.Rules.Length) + strays + broken,
            Count(Verdict.Fail) + strays,
            Count(Verdict.Inconclusive) + broken,
            Count(Verdict.NotApplicable));
        JunitXml.Counts(xml, tally, TimeSpan.FromSeconds(profiles.Sum(profile => profile.Elapsed.TotalSeconds)));

        int Count(Verdict verdict) => profiles.Sum(profile => profile.Rules.Count(rule => rule.Verdict == verdict));
    }

    private static string Named(string rule) => $"{rule} {HistoryText.Statement(rule)}";

    private static void Begin(XmlWriter xml, ConcurrentProfileResult profile, string name) =>
        JunitXml.Begin(xml, $"dhp.{profile.Profile.Name}.clients", name);

    private static void Failure(
        XmlWriter xml, ConcurrentProfileResult profile, ConcurrentFailure failure) => JunitXml.Reason(
        xml,
        "failure",
        failure.Result is null
            ? "A call got no answer."
            : $"No order of the {Amount.Of(failure.History.Calls.Length, "call")} explains every answer.",
        string.Join('\n', HistoryText.Lines(failure).Append($"History: {profile.FileOf(failure)}")));
}
