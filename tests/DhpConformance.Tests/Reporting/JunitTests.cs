using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>What systems that build and test read as JUnit is what they agree on.</summary>
public sealed class JunitTests
{
    private static readonly string[] Counts = ["tests", "failures", "errors", "skipped"];

    public static TheoryData<string> Runs { get; } = ["passing", "failing", "interrupted", "broken", "hostile"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void It_fits_the_schema(string run) => Assert.Empty(Problems(Report(run)));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Suites_count_what_they_hold_and_the_whole_counts_its_suites(string run)
    {
        var root = Report(run).Root!;
        Assert.All(root.Elements("testsuite"), suite => Assert.Equal(
            [Held(suite, "testcase"), Held(suite, "failure"), Held(suite, "error"), Held(suite, "skipped")],
            Counts.Select(count => (int)suite.Attribute(count)!)));
        Assert.All(Counts, count => Assert.Equal(
            root.Elements("testsuite").Sum(suite => (int)suite.Attribute(count)!), (int)root.Attribute(count)!));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void No_two_tests_of_a_suite_have_one_name(string run) => Assert.All(
        Report(run).Root!.Elements("testsuite"),
        suite => Assert.Distinct(
            suite.Elements("testcase").Select(one => $"{one.Attribute("classname")} {one.Attribute("name")}")));

    [Fact]
    public void A_test_without_a_name_is_noticed()
    {
        var report = Report("failing");
        report.Descendants("testcase").First().SetAttributeValue("name", null);
        Assert.Contains("'name' is missing", Assert.Single(Problems(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_with_two_results_is_noticed()
    {
        var report = Report("failing");
        report.Descendants("failure").First().AddAfterSelf(new XElement("skipped"));
        Assert.Contains("invalid child element 'skipped'", Assert.Single(Problems(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_words_is_noticed()
    {
        var report = Report("failing");
        report.Root!.SetAttributeValue("time", "4.2 s");
        Assert.Contains("'time' attribute is invalid", Assert.Single(Problems(report)), StringComparison.Ordinal);
    }

    private static int Held(XElement suite, string name) => suite.Descendants(name).Count();

    private static XDocument Report(string run) => XDocument.Parse(Of(run).As(ReportFormat.Junit));

    private static RunResults Of(string run) => run switch
    {
        "passing" => SampleRuns.Passing,
        "failing" => SampleRuns.Failing,
        "interrupted" => SampleRuns.Interrupted,
        "broken" => SampleRuns.Broken,
        _ => HostileRun.Saying("]]> \0\ud83d\ufffe \"&<x>"),
    };

    /// <summary>What does not fit the schema.</summary>
    internal static List<string> Problems(XDocument report)
    {
        var schemas = new XmlSchemaSet();
        using var file = XmlReader.Create(
            RepositoryRoot.Of("tests", "DhpConformance.Tests", "Reporting", "junit.xsd"));
        schemas.Add(XmlSchema.Read(file, null)!);
        var problems = new List<string>();
        report.Validate(schemas, (_, found) => problems.Add(found.Message));
        return problems;
    }
}
