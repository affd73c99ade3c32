using System.Text.Json.Nodes;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Text;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Badge;

/// <summary>The data of a badge, in the form that shields.io calls an endpoint.</summary>
internal static class BadgeWriter
{
    public static void Write(RunResults results, TextWriter writer)
    {
        var conclusion = Conclusion.Of(results);
        var badge = new JsonObject
        {
            ["schemaVersion"] = 1,
            ["label"] = "DHP",
            ["message"] = conclusion.Style switch
            {
                "pass" => $"{conclusion.Word.ToLowerInvariant()} {conclusion.Sentence}",
                "fail" when !Completeness.Of(results).IsWhole => "not conformant, incomplete",
                _ => conclusion.Word.ToLowerInvariant(),
            },
            ["color"] = conclusion.Style switch
            {
                "pass" => "brightgreen",
                "fail" => "red",
                "error" => "lightgrey",
                _ => "yellow",
            },
        };
        writer.Write(badge.ToJsonString(JsonText.Indented));
        writer.Write('\n');
    }
}
