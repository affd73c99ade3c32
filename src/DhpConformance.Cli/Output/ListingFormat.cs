using System.CommandLine;

namespace DhpConformance.Cli.Output;

/// <summary>The option that says how a list is written.</summary>
internal static class ListingFormat
{
    private const string Table = "table";
    private const string Json = "json";
    private const string Markdown = "markdown";

    public static Option<string> Option() => new Option<string>("--format")
    {
        HelpName = "table|json|markdown",
        Description = "How to write the list.",
        DefaultValueFactory = _ => Table,
    };

    public static void Write(Surroundings surroundings, string format, Listing listing, Func<string> json)
    {
        switch (format)
        {
            case Table:
                listing.WriteTable(surroundings.Console);
                break;
            case Markdown:
                listing.WriteMarkdown(surroundings.Output);
                break;
            case Json:
                surroundings.Output.WriteLine(json());
                break;
            default:
                throw new BadInputException(
                $"The format \"{format}\" is unknown; write {Table}, {Json} or {Markdown}.");
        }
    }
}
