using System.Collections.Immutable;
using DhpConformance.Cli.Implementations;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>A way to put a built-in server behind the protocol of adapters.</summary>
/// <param name="Name">What it goes over.</param>
/// <param name="To">Serves what is called like this, until that is disposed of.</param>
internal sealed record Wiring(string Name, Func<string, IWired> To)
{
    /// <summary>All of them, with this tool.</summary>
    public static readonly ImmutableArray<Wiring> All = Of(OwnProcess.File);

    /// <summary>
    /// All of them: a pipe to a process of its own for each server, as users have theirs; or a socket to this process,
    /// so that no process has to be started.
    /// </summary>
    /// <param name="tool">The file of the tool that the processes run.</param>
    public static ImmutableArray<Wiring> Of(string tool) =>
    [
        new("pipe", source => new Piped(tool, source)),
        new("socket", source => new SocketListener(ImplementationSource.Find(source).Create)),
    ];

    private sealed record Piped(string Tool, string Source) : IWired
    {
        private string Command => Tool.EndsWith(".dll", StringComparison.Ordinal) ? $"dotnet \"{Tool}\"" : $"\"{Tool}\"";

        public string Address => $"command:{Command} serve --implementation {Source}";

        public void Dispose()
        {
            // The process ends with its input.
        }
    }
}
