using DhpConformance.Reporting.Text;
using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>
/// Lines of text, taken literally. What an implementation says of itself may look like markup, hold commands to the
/// terminal, or go on in a line of its own that reads like a verdict of ours.
/// </summary>
internal static class ConsoleLines
{
    private const int Longest = 6000;

    public static void Line(this IAnsiConsole console, string text, Color? color = null) =>
        console.WriteLine(SafeText.Line(text, Longest), new Style(color));

    /// <summary>The colour of a verdict.</summary>
    public static Color ColorOf(Engine.Results.Verdict verdict) => verdict switch
    {
        Engine.Results.Verdict.Fail or Engine.Results.Verdict.Error => Color.Red,
        Engine.Results.Verdict.Inconclusive => Color.Yellow,
        _ => Color.Green,
    };
}
