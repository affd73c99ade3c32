using Spectre.Console;

namespace DhpConformance.Cli;

/// <summary>Everything outside the tool that it touches, so that a test can put something else in its place.</summary>
internal sealed record Surroundings
{
    // Wide enough that nothing is ever wrapped in a log.
    private const int LogWidth = 400;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>What the names of environment variables with settings begin with.</summary>
    public string VariablePrefix { get; init; } = "DHP_";

    /// <summary>Whether somebody watches: progress is drawn, and output has colours.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Is cancelled when the run is to end early.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>Is cancelled when the tool ends at once: what it has started is ended before.</summary>
    public CancellationToken Abandoned { get; init; }

    /// <summary>The output, for tables and colours.</summary>
    public IAnsiConsole Console
    {
        get
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(Output),
                Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            });
            if (!IsTerminal)
            {
                console.Profile.Width = LogWidth;
            }

            return console;
        }
    }

    public static Surroundings OfProcess(CancellationToken interrupted, CancellationToken abandoned) => new()
    {
        Output = System.Console.Out,
        Error = System.Console.Error,
        WorkingDirectory = Directory.GetCurrentDirectory(),
        IsTerminal = !System.Console.IsOutputRedirected,
        Interrupted = interrupted,
        Abandoned = abandoned,
    };

    /// <summary>A path as given to the tool, made absolute.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, WorkingDirectory);
}
