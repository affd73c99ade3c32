using DhpConformance.Cli.Output;
using Spectre.Console;

namespace DhpConformance.Cli;

/// <summary>Everything outside the tool that it touches, so that a test can put something else in its place.</summary>
internal sealed record ToolEnvironment
{
    // Wide enough that nothing is ever wrapped in a log.
    private const int LogWidth = 400;

    // What a page of a log, a commit message or a mail shows without a break.
    private const int PipedTableWidth = 100;

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

    /// <summary>Whether this process starts nothing but adapters, and so may end whatever they leave behind.</summary>
    public bool StartsAdaptersOnly { get; init; }

    /// <summary>Runs this tool once more, in the same folder, and answers its exit code.</summary>
    public Func<IReadOnlyList<string>, int> RunItself { get; init; } =
        arguments => OwnProcess.Run(arguments, Directory.GetCurrentDirectory());

    /// <summary>Runs the program for campaigns, in the same folder, and answers its exit code.</summary>
    public Func<IReadOnlyList<string>, int> RunCampaign { get; init; } =
        arguments => CampaignProcess.Run(arguments);

    /// <summary>How many columns a table may have: those of the terminal, or 100 where nobody watches.</summary>
    public int TableWidth => IsTerminal ? Console.Profile.Width : PipedTableWidth;

    /// <summary>The output, for lines and colours.</summary>
    public IAnsiConsole Console => ConsoleOf(LogWidth);

    /// <summary>The output, for tables that fit.</summary>
    public IAnsiConsole TableConsole => ConsoleOf(PipedTableWidth);
    public static ToolEnvironment OfProcess(CancellationToken interrupted, CancellationToken abandoned) => new()
    {
        Output = System.Console.IsOutputRedirected ? new GuardedOutput(System.Console.Out) : System.Console.Out,
        Error = System.Console.IsErrorRedirected ? new GuardedOutput(System.Console.Error) : System.Console.Error,
        WorkingDirectory = Directory.GetCurrentDirectory(),
        IsTerminal = !System.Console.IsOutputRedirected,
        Interrupted = interrupted,
        Abandoned = abandoned,
        StartsAdaptersOnly = true,
    };

    /// <summary>A path as given to the tool, made absolute.</summary>
    /// <exception cref="BadInputException">No file can have such a path.</exception>
    public string Resolve(string path) => path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
        ? Path.GetFullPath(path, WorkingDirectory)
        : throw new BadInputException(
            path.Length == 0 ? "A path is empty; say which file or folder." : "A path has a NUL in it; correct it.");

    private IAnsiConsole ConsoleOf(int pipedWidth)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Output),
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsTerminal)
        {
            console.Profile.Width = pipedWidth;
        }

        return console;
    }
}
