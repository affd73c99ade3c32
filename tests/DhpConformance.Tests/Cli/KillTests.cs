using System.Globalization;
using DhpConformance.Engine.Replay;
using DhpConformance.Reporting;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// A run that is ended at any moment, by any signal, leaves nothing half-written and no process; what it could not
/// remove itself the next run removes. <c>DHP_TEST_KILLS=300</c> makes it 300 moments.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Usual = 30;

    private static readonly string[] Signals = ["KILL", "TERM", "INT"];

    private static readonly string[][] Modes =
    [
        ["--cases", "20000"],
        ["--implementation", "mutant:accepts-larger-spare", "--cases", "200"],
        ["--implementation", "mutant:accepts-adds", "--cases", "400", "--shard", "1/2"],
        ["--exhaustive", "--scope", "medium", "--profile", "windows-server-2008-x64"],
        ["--implementation", $"command:{TestAdapter.CommandOf("well-behaved")}", "--cases", "400"],
        ["--implementation", $"command:{TestAdapter.CommandOf("exits-mid-call")}", "--cases", "8"],
    ];

    private readonly TemporaryFolder folder = new();
    private readonly string mark = Guid.NewGuid().ToString("N");

    public static TheoryData<int> Moments =>
    [
        .. Enumerable.Range(
            0,
            int.TryParse(
                Environment.GetEnvironmentVariable("DHP_TEST_KILLS"), CultureInfo.InvariantCulture, out var more)
                ? more
                : Usual),
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_run_that_is_ended_at_any_moment_leaves_nothing_behind(int seed)
    {
        var random = new Random(seed);
        var (signal, mode) = (Signals[seed % Signals.Length], Modes[seed / Signals.Length % Modes.Length]);
        using var tool = Run(["run", .. mode, "--threads", "2", "--out", "out"]);
        await Task.Delay(TimeSpan.FromSeconds(3 * random.NextDouble()));
        tool.Signal(signal);
        tool.Wait();
        await NobodyIsLeft();
        NothingIsHalfWritten();

        using var next = Run(["run", "--cases", "1", "--length", "1", "--profile", "windows-2000", "--out", "out"]);
        Assert.Equal(20, next.Wait());
        Assert.Equal(
            ["junit.xml", "report.html", "results.json"],
            Directory.GetFileSystemEntries(folder.Of("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Of("tmp")));
    }

    public void Dispose() => folder.Dispose();

    private ToolProcess Run(string[] arguments) => new(
        folder.Path,
        "",
        new Dictionary<string, string>
        {
            ["TMPDIR"] = Directory.CreateDirectory(folder.Of("tmp")).FullName,
            ["DHP_TEST_RUN"] = mark,
        },
        arguments);

    private void NothingIsHalfWritten()
    {
        var results = folder.Of("out", "results.json");
        if (File.Exists(results))
        {
            Reports.Read(File.ReadAllText(results));
        }

        if (Directory.Exists(folder.Of("out", "failures")))
        {
            Assert.All(
                Directory.GetFiles(folder.Of("out", "failures")),
                file => Assert.NotEmpty(ReplayReader.Parse(File.ReadAllText(file)).Exchanges));
        }
    }

    // An adapter whose suite was killed ends with its input, which takes it a moment.
    private async Task NobodyIsLeft()
    {
        for (var patience = 0; patience < 100 && Left().Any(); patience++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        Assert.Empty(Left());
    }

    private IEnumerable<int> Left() => Directory.EnumerateDirectories("/proc")
        .Select(process => int.TryParse(Path.GetFileName(process), out var id) ? id : 0)
        .Where(id => id > 0 && EnvironmentOf(id).Contains(mark, StringComparison.Ordinal));

    private static string EnvironmentOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
