using System.Collections.Immutable;
using DhpConformance.Cli.Implementations;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>A transport over which a built-in server is reached by the protocol of adapters.</summary>
/// <param name="Name">Its name, as in <c>--over pipe</c>.</param>
/// <param name="Serve">Serves the implementation with this name until the result is disposed of.</param>
internal sealed record ServerTransport(string Name, Func<string, IRemoteServer> Serve)
{
    /// <summary>All transports, with this tool.</summary>
    public static readonly ImmutableArray<ServerTransport> All = Of(OwnProcess.File);

    /// <summary>
    /// All transports: a pipe to a separate process for each server, as for the adapters of users; or a socket to this
    /// process, so that no process has to be started.
    /// </summary>
    /// <param name="tool">The file of the tool that the processes run.</param>
    public static ImmutableArray<ServerTransport> Of(string tool) =>
    [
        new("pipe", source => new PipedServer(tool, source)),
        new("socket", source => new SocketListener(ImplementationSource.Find(source).Create)),
    ];

    private sealed record PipedServer(string Tool, string Source) : IRemoteServer
    {
        public string Address => $"command:{Command} serve --implementation {Source}";

        // The tool may be published as a single file, which needs no host.
        private string Command =>
            Tool.EndsWith(".dll", StringComparison.Ordinal) ? $"dotnet \"{Tool}\"" : $"\"{Tool}\"";

        public void Dispose()
        {
            // The process ends with its input.
        }
    }
}
