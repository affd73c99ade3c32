using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>What somebody sees who opens a report: all of its text, with the escapes of its format undone.</summary>
internal static class ReadBack
{
    public static string Of(string report, ReportFormat format) => format switch
    {
        ReportFormat.Html => WebUtility.HtmlDecode(report),
        ReportFormat.Junit => string.Join('\n', XDocument.Parse(report).Descendants().SelectMany(Texts)),
        ReportFormat.Badge or ReportFormat.Sarif => string.Join('\n', Texts(JsonNode.Parse(report))),
        _ => report,
    };

    /// <summary>Characters that command, hide or turn around, and halves of pairs.</summary>
    public static IEnumerable<string> Unseen(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (text[i] is not ('\n' or '\r' or '\t') && !IsSeen(text[i]))
            {
                yield return text[i].ToString();
            }
        }
    }

    private static bool IsSeen(char letter) => letter is not ('\ufffe' or '\uffff')
        && CharUnicodeInfo.GetUnicodeCategory(letter)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);

    private static IEnumerable<string> Texts(XElement element) =>
        element.Attributes().Select(attribute => attribute.Value).Append(element.Value);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
