using System.Text.Json;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Consumers;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Consumers;

namespace DhpConformance.Tests.Reporting;

/// <summary>
/// What lies in <c>reports/sample</c> is what the suite makes today of the results that are kept there. The results
/// stay as they are while they know the rules: a generator that draws other cases does not make them wrong.
/// </summary>
public sealed class SampleReportTests
{
    [Fact]
    public void Results_of_a_passing_run_are_current() => AreCurrent("passing", () => SampleRuns.Passing);

    [Fact]
    public void Results_of_a_failing_run_are_current() => AreCurrent("failing", () => Few(SampleRuns.Failing));

    [Fact]
    public void The_page_of_a_passing_run_is_current() =>
        Approved.Matches("reports/sample/passing.html", Kept("passing").As(ReportFormat.Html));

    [Fact]
    public void The_page_of_an_interrupted_run_is_current() => Approved.Matches(
        "reports/sample/interrupted.html", SampleRuns.InterruptedInThirdProfile(Kept("passing")).As(ReportFormat.Html));

    [Theory]
    [InlineData(ReportFormat.Html, "html")]
    [InlineData(ReportFormat.Junit, "xml")]
    [InlineData(ReportFormat.Markdown, "md")]
    [InlineData(ReportFormat.Sarif, "sarif")]
    [InlineData(ReportFormat.Badge, "badge.json")]
    public void Reports_of_a_failing_run_are_current(ReportFormat format, string extension) =>
        Approved.Matches($"reports/sample/failing.{extension}", Kept("failing").As(format));

    [Theory]
    [InlineData(ReportFormat.Html, "html")]
    [InlineData(ReportFormat.Markdown, "md")]
    public void A_comparison_is_current(ReportFormat format, string extension)
    {
        using var writer = new StringWriter();
        var (failing, passing) = (Kept("failing"), Kept("passing"));
        var earlier = Few(passing) with { Implementation = failing.Implementation with { Version = "2.2.0" } };
        Reports.Compare(
            [new("2.2.0.json", earlier), new("2.3.0.json", failing), new("reference.json", passing)], format, writer);
        Approved.Matches($"reports/sample/comparison.{extension}", writer.ToString());
    }

    [Fact]
    public void The_page_of_a_driver_is_current()
    {
        var driver = ReferenceConsumers.Mutants.Single(one => one.Name == "reverses-held-requests");
        var results = ConsumerSuite.Run(driver.Create, new() { Source = $"mutant:{driver.Name}", Cases = 1000 });
        Approved.Matches("reports/sample/driver.html", ConsumerReports.Text(results, ReportFormat.Html));
    }

    private static RunResults Kept(string name) => Reports.Read(File.ReadAllText(RepositoryRoot.Of(Path(name))));

    // The reader refuses results of an older catalogue of rules or profiles; such results are regenerated instead.
    private static RunResults Unchecked(string name) =>
        JsonSerializer.Deserialize(File.ReadAllText(RepositoryRoot.Of(Path(name))), ResultsJson.Default.RunResults)!;

    private static string Path(string name) => $"reports/sample/{name}.json";

    private static void AreCurrent(string name, Func<RunResults> run)
    {
        if (!File.Exists(RepositoryRoot.Of(Path(name))) || !KnowTheRules(Unchecked(name)))
        {
            Approved.Matches(Path(name), run().AsBriefJson());
        }
    }

    private static bool KnowTheRules(RunResults results) => results.Profiles.All(profile =>
        profile.Rules.Select(rule => rule.Rule).SequenceEqual(RuleCatalog.All.Select(rule => rule.Id))
        && profile.Profile.Behaviours.SequenceEqual(ProfileCatalog.Find(profile.Profile.Name)!.Behaviours));

    // One system of each sort tells as much as all of them.
    private static RunResults Few(RunResults results) => SampleRuns.Of(
        results, results.Profiles[0], results.Profiles[3], results.Profiles[5], results.Profiles[6]) with
    {
        Times = results.Times with { ProfileMilliseconds = [410, 470, 520, 700] },
    };
}
