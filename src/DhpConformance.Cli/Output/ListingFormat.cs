using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Cli.Output;

/// <summary>The option that says how a list is written.</summary>
internal static class ListingFormat
{
    private const string Table = "table";
    private const string Json = "json";
    private const string Markdown = "markdown";

    /// <summary>How lists are written as JSON: for people, too.</summary>
    public static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Option<string> Option() => new("--format")
    {
        HelpName = "table|json|markdown",
        Description = "Format of the list. A table omits columns that do not fit, and names them.",
        DefaultValueFactory = _ => Table,
    };

    public static void Write(ToolEnvironment environment, string format, Listing listing, Func<string> json)
    {
        switch (format)
        {
            case Table:
                listing.WriteTable(environment, "`--format json` or `--format markdown`");
                break;
            case Markdown:
                listing.WriteMarkdown(environment.Output);
                break;
            case Json:
                environment.Output.WriteLine(json());
                break;
            default:
                throw new BadInputException(
                $"The format \"{format}\" is unknown; write {Table}, {Json} or {Markdown}.");
        }
    }
}
