using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>
/// The requests of a case, asked of the reference server in another process, and lines as long as the requests echoed
/// by another process over the same kind of pipe. An echo of the answers would be slower: most of them are longer.
/// </summary>
internal sealed class PipedCase : IDisposable
{
    // What a line has besides its content.
    private const int Envelope = 60;

    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private readonly ServerSetup setup;
    private readonly List<Operation> operations;
    private readonly RemoteServer server = new(() => AdapterProcess.Start(Self("--serve")), new HostingOptions());
    private readonly AdapterProcess echo = AdapterProcess.Start(Self("--echo"));
    private readonly LineReader echoed;
    private readonly List<byte[]> lines = [];

    public PipedCase(ServerSetup setup, IEnumerable<Operation> operations)
    {
        this.setup = setup;
        this.operations = [.. operations];
        echoed = new LineReader(echo.Wire);
        lines.Add(Line(LengthOf(setup, VocabularyJson.Default.ServerSetup)));
        server.Reset(setup);
        foreach (var operation in this.operations)
        {
            server.Apply(operation);
            lines.Add(Line(LengthOf(operation, VocabularyJson.Default.Operation)));
            server.Observe();
            lines.Add(Line(Envelope));
        }
    }

    /// <summary>How many round trips each of the two takes.</summary>
    public int RoundTrips => lines.Count;

    /// <summary>Asks the server, and looks after every operation.</summary>
    public void Ask()
    {
        server.Reset(setup);
        foreach (var operation in operations)
        {
            server.Apply(operation);
            server.Observe();
        }
    }

    /// <summary>Echoes lines that are as long as the requests.</summary>
    public void Echo()
    {
        foreach (var line in lines)
        {
            if (!echo.Wire.Write(line, Deadline.In(Ample))
                || echoed.Read(Deadline.In(Ample), out _) != LineResult.Line)
            {
                throw new InvalidOperationException("The echo did not answer.");
            }
        }
    }

    public void Dispose()
    {
        server.Dispose();
        echo.Dispose();
    }

    private static CommandLine Self(string role) => CommandLine.Parse(
        $"dotnet \"{Path.Combine(AppContext.BaseDirectory, "DhpConformance.Benchmarks.dll")}\" {role}");

    private static byte[] Line(int length)
    {
        var line = new byte[length];
        Array.Fill(line, (byte)'x');
        line[^1] = (byte)'\n';
        return line;
    }

    private static int LengthOf<T>(T content, JsonTypeInfo<T> type) =>
        Envelope + JsonSerializer.SerializeToUtf8Bytes(content, type).Length;
}
