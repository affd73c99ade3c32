using System.Text.Json;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>Reports as text.</summary>
internal static class Rendered
{
    public static string As(this RunResults results, ReportFormat format)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Reports.Write(results, format, writer);
        return writer.ToString();
    }

    public static string AsJson(this RunResults results) =>
        JsonSerializer.Serialize(results, ResultsJson.Default.RunResults) + "\n";
}
