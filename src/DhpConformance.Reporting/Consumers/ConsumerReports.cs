using DhpConformance.Engine.Consumers;
using DhpConformance.Reporting.Html;

namespace DhpConformance.Reporting.Consumers;

/// <summary>Makes reports of a run that judged a driver or an application.</summary>
public static class ConsumerReports
{
    /// <summary>The formats that there are.</summary>
    public static IReadOnlyList<ReportFormat> Formats { get; } =
        [ReportFormat.Html, ReportFormat.Junit, ReportFormat.Markdown];

    /// <summary>The content of a report. The same results give the same one, byte for byte.</summary>
    /// <param name="results">What to report.</param>
    /// <param name="format">HTML, JUnit XML or Markdown.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another format.</exception>
    public static string Text(ConsumerResults results, ReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(results);
        using var writer = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case ReportFormat.Html:
                HtmlPage.Write<ConsumerPage>(writer, (nameof(ConsumerPage.Results), results));
                break;
            case ReportFormat.Junit:
                ConsumerJunit.Write(results, writer);
                break;
            case ReportFormat.Markdown:
                ConsumerMarkdown.Write(results, writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }

        return writer.ToString();
    }

    /// <summary>Where the replay file of a failure is written, below the folder of the reports.</summary>
    /// <param name="failure">The failure.</param>
    public static string FileOf(ConsumerFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return $"failures/{failure.Rule ?? "error"}.consumer.json";
    }
}
