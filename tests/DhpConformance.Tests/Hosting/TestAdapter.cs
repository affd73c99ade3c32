using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;

namespace DhpConformance.Tests.Hosting;

/// <summary>A server behind an adapter of DhpConformance.FaultyAdapters, with the processes started for it.</summary>
internal sealed class TestAdapter : IDisposable
{
    /// <summary>Far more than anything takes on a busy machine, so that only a real hang exceeds it.</summary>
    public static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);

    /// <summary>Short enough to wait for in a test.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private static readonly string Program =
        BuiltProgram.PathOf("DhpConformance.FaultyAdapters", "DhpConformance.FaultyAdapters.dll");

    private readonly List<int> processes = [];
    private readonly DateTime began = DateTime.UtcNow.AddSeconds(-1);

    public TestAdapter(string name, HostingOptions? options = null)
    {
        var command = CommandLine.Parse(CommandOf(name));
        Options = (options ?? Patient) with { Warned = Notes.Add };
        Server = new RemoteServer(() => Started(AdapterProcess.Start(command, Options.Abandoned)), Options);
    }

    /// <summary>Deadlines that nothing exceeds but what hangs on purpose, with a short one to be missed.</summary>
    public static HostingOptions Patient { get; } = new()
    {
        StartDeadline = Ample, ResetDeadline = Ample, RequestDeadline = Ample, EndDeadline = Ample,
    };

    public HostingOptions Options { get; }

    public List<HostingException> Notes { get; } = [];

    public IPartitionableServer Server { get; }

    /// <summary>How many processes were started for it.</summary>
    public int Starts => processes.Count;

    /// <summary>Whether any process that was started for it is still there.</summary>
    public bool HasLeftProcesses => processes.Any(IsRunning);

    /// <summary>Whether a runtime that was started for it has left its sockets to nobody.</summary>
    public bool HasLeftSockets => processes.Any(id => Directory
        .EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{id}-*")
        .Any(socket => File.GetLastWriteTimeUtc(socket) >= began));

    public static string CommandOf(string name) => $"dotnet \"{Program}\" {name}";

    /// <summary>
    /// Whether there is such a process, other than one that has ended and that nobody has asked about yet.
    /// </summary>
    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !IsZombie(id);
        }
        catch (Exception problem) when (problem is ArgumentException or IOException)
        {
            return false;
        }
    }

    private static bool IsZombie(int id) =>
        OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    /// <summary>Resets it and lets it carry out one operation.</summary>
    public Outcome ResetAndApply()
    {
        Server.Reset(Setups.Small);
        return Server.Apply(Setups.AssignMemory);
    }

    public void Dispose() => Server.Dispose();

    private AdapterProcess Started(AdapterProcess process)
    {
        processes.Add(process.Id);
        return process;
    }
}
