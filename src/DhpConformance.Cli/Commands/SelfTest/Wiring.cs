using System.Collections.Immutable;
using DhpConformance.Cli.Implementations;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>A way to put a built-in server behind the protocol of adapters.</summary>
/// <param name="Name">What it goes over.</param>
/// <param name="To">Serves what is called like this, until that is disposed of.</param>
internal sealed record Wiring(string Name, Func<string, IWired> To)
{
    /// <summary>Each server in a process of its own, as users have theirs.</summary>
    public static readonly Wiring Pipe = new("pipe", source => new Piped(source));

    /// <summary>Each server in this process, behind a socket: no process has to be started.</summary>
    public static readonly Wiring Socket =
        new("socket", source => new SocketListener(ImplementationSource.Find(source).Create));

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Wiring> All = [Pipe, Socket];

    private sealed record Piped(string Source) : IWired
    {
        public string Address =>
            $"command:dotnet \"{typeof(Piped).Assembly.Location}\" serve --implementation {Source}";

        public void Dispose()
        {
            // The process ends with its input.
        }
    }
}
