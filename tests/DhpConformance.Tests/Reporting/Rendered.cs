using System.Text.Json;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>Reports as text.</summary>
internal static class Rendered
{
    // Options belong to the first context that is made with them, so there is one context.
    private static readonly ResultsJson Brief =
        new(new JsonSerializerOptions(ResultsJson.Default.Options) { WriteIndented = false });

    public static string As(this RunResults results, ReportFormat format)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Reports.Write(results, format, writer);
        return writer.ToString();
    }

    /// <summary>Without a line for each comma.</summary>
    public static string AsBriefJson(this RunResults results) =>
        JsonSerializer.Serialize(results, Brief.RunResults) + "\n";

    public static string AsJson(this RunResults results) =>
        JsonSerializer.Serialize(results, ResultsJson.Default.RunResults) + "\n";
}
