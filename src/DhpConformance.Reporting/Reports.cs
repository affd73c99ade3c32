using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Html;
using DhpConformance.Reporting.Reading;
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

    /// <summary>Writes a report.</summary>
    /// <param name="results">What to report.</param>
    /// <param name="format">What it looks like.</param>
    /// <param name="writer">Where to; to be encoded as UTF-8.</param>
    public static void Write(RunResults results, ReportFormat format, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        var legible = LegibleResults.Of(results);
        switch (format)
        {
            case ReportFormat.Html:
                HtmlPage.Write<ReportPage>(writer, (nameof(ReportPage.Report), new RunReport(legible)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }
    }
}
