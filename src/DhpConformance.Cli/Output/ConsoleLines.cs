using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Lines of text, taken literally: what an implementation says of itself may look like markup.</summary>
internal static class ConsoleLines
{
    public static void Line(this IAnsiConsole console, string text, Color? color = null) =>
        console.WriteLine(text, new Style(color));

    /// <summary>The colour of a verdict.</summary>
    public static Color ColorOf(Engine.Results.Verdict verdict) => verdict switch
    {
        Engine.Results.Verdict.Fail or Engine.Results.Verdict.Error => Color.Red,
        Engine.Results.Verdict.Inconclusive => Color.Yellow,
        _ => Color.Green,
    };
}
