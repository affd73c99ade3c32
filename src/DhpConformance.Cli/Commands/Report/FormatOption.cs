using System.CommandLine;
using DhpConformance.Abstractions;
using DhpConformance.Reporting;

namespace DhpConformance.Cli.Commands.Report;

/// <summary>The option <c>--format</c> of commands that make reports.</summary>
internal static class FormatOption
{
    private static readonly ReportFormat[] All = Enum.GetValues<ReportFormat>();

    /// <summary>Makes it.</summary>
    /// <param name="description">What is to be chosen.</param>
    public static Option<string[]> Make(string description) => new("--format")
    {
        HelpName = "FORMAT",
        Description = description,
        DefaultValueFactory = _ => [Words.Of(ReportFormat.Html)],
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The formats that the user named, each once.</summary>
    /// <exception cref="BadInputException">There is none of that name.</exception>
    public static ReportFormat[] Find(string[] names) => [.. names.Select(Find).Distinct()];

    private static ReportFormat Find(string name)
    {
        foreach (var format in All)
        {
            if (string.Equals(Words.Of(format), name, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new BadInputException(
            $"The format \"{name}\" is unknown; write {string.Join(", ", All.SkipLast(1).Select(Words.Of))} "
            + $"or {Words.Of(All[^1])}.");
    }
}
