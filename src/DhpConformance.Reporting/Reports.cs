using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Badge;
using DhpConformance.Reporting.Comparison;
using DhpConformance.Reporting.Html;
using DhpConformance.Reporting.Junit;
using DhpConformance.Reporting.Markdown;
using DhpConformance.Reporting.Reading;
using DhpConformance.Reporting.Sarif;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting;

/// <summary>Makes reports of results. The same results give the same report, byte for byte.</summary>
public static class Reports
{
    /// <summary>Reads results that <c>dhp run</c> wrote.</summary>
    /// <param name="json">The content of a <c>results.json</c>.</param>
    /// <exception cref="UnusableFileException">
    /// They are cut short, of another version or contradictory; the message says so, and what to do. Results of a run
    /// that was interrupted are read, and shown as such.
    /// </exception>
    public static RunResults Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ResultsReader.Parse(json);
    }

    /// <summary>What the file of a report is called, beside the <c>results.json</c> that it was made of.</summary>
    public static string FileName(ReportFormat format) => format switch
    {
        ReportFormat.Html => "report.html",
        ReportFormat.Junit => "junit.xml",
        ReportFormat.Markdown => "summary.md",
        ReportFormat.Badge => "badge.json",
        ReportFormat.Sarif => "report.sarif",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Writes a report.</summary>
    /// <param name="results">What to report.</param>
    /// <param name="format">The format.</param>
    /// <param name="writer">Where to; to be encoded as UTF-8.</param>
    public static void Write(RunResults results, ReportFormat format, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        var legible = SafeResults.Of(results);
        switch (format)
        {
            case ReportFormat.Html:
                HtmlPage.Write<ReportPage>(writer, (nameof(ReportPage.Report), new RunReport(legible)));
                break;
            case ReportFormat.Junit:
                JunitWriter.Write(legible, writer);
                break;
            case ReportFormat.Markdown:
                MarkdownWriter.Write(legible, writer);
                break;
            case ReportFormat.Badge:
                BadgeWriter.Write(legible, writer);
                break;
            case ReportFormat.Sarif:
                SarifWriter.Write(legible, writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }
    }

    /// <summary>Writes a comparison of several runs.</summary>
    /// <param name="runs">The runs, two or more; those of one implementation from the earliest to the latest.</param>
    /// <param name="format">HTML or Markdown.</param>
    /// <param name="writer">Where to; to be encoded as UTF-8.</param>
    /// <returns>The comparison, so that the caller can count regressions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs, or another format.</exception>
    public static RunComparison Compare(IReadOnlyList<ComparedRun> runs, ReportFormat format, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs.Count, 2, nameof(runs));
        var comparison = new RunComparison(runs);
        switch (format)
        {
            case ReportFormat.Html:
                HtmlPage.Write<ComparisonPage>(writer, (nameof(ComparisonPage.Comparison), comparison));
                break;
            case ReportFormat.Markdown:
                ComparisonMarkdown.Write(comparison, writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "A comparison is HTML or Markdown.");
        }

        return comparison;
    }
}
