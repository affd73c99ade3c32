using DhpConformance.Engine.Concurrency;
using DhpConformance.Reporting.Html;

namespace DhpConformance.Reporting.Clients;

/// <summary>Makes reports of a run with several clients.</summary>
public static class ClientsReports
{
    /// <summary>The formats that there are.</summary>
    public static IReadOnlyList<ReportFormat> Formats { get; } =
        [ReportFormat.Html, ReportFormat.Junit, ReportFormat.Markdown];

    /// <summary>The content of a report. The same results give the same one, byte for byte.</summary>
    /// <param name="results">What to report.</param>
    /// <param name="format">HTML, JUnit XML or Markdown.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another format.</exception>
    public static string Text(ConcurrentResults results, ReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(results);
        using var writer = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case ReportFormat.Html:
                HtmlPage.Write<ClientsPage>(writer, (nameof(ClientsPage.Results), results));
                break;
            case ReportFormat.Junit:
                ClientsJunit.Write(results, writer);
                break;
            case ReportFormat.Markdown:
                ClientsMarkdown.Write(results, writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }

        return writer.ToString();
    }
}
