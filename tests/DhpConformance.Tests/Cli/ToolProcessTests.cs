using System.Diagnostics;
using System.Globalization;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// What the tool does as a process to what is around it: it leaves nothing behind, and blames nobody else.
/// </summary>
public sealed class ToolProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("> /dev/full")]
    [InlineData(">&-")]
    public void Output_that_cannot_be_written_is_named_as_that(string redirection)
    {
        using var tool = Run(redirection, [], "run", "--cases", "16", "--profile", "windows-2000", "--out", "out");
        Assert.Equal(20, tool.Wait());
        Assert.Contains("Standard output cannot be written", tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("broke", tool.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Of("out", "results.json")));
    }

    [Fact]
    public void A_process_that_leaves_the_session_and_drops_its_mark_is_ended_with_the_adapter()
    {
        using var tool = Run(
            "",
            new() { ["DHP_TEST_PID"] = folder.Of("pid") },
            "smoke", "--implementation", $"command:{TestAdapter.CommandOf("leaves-the-session")}");
        tool.Wait();
        Assert.Contains("had started outlived it, and had to be killed", tool.Error, StringComparison.Ordinal);
        var left = int.Parse(File.ReadAllText(folder.Of("pid")), CultureInfo.InvariantCulture);
        Assert.False(TestAdapter.IsRunning(left));
    }

    [Theory]
    [InlineData("falls-silent")]
    [InlineData("falls-silent", "--exhaustive", "--scope", "small")]
    [InlineData("never-answers")]
    [InlineData("never-answers", "--exhaustive", "--scope", "small")]
    public void A_run_whose_implementation_answers_nothing_any_more_ends_soon(string adapter, params string[] how)
    {
        var watch = Stopwatch.StartNew();
        using var tool = Run(
            "",
            new() { ["DHP_TEST_SILENT"] = folder.Of("silent") },
            [
                "run", "--threads", "2", "--timeout-scale", "0.3",
                "--implementation", $"command:{TestAdapter.CommandOf(adapter)}", .. how,
            ]);
        Assert.True(tool.Wait() is 2 or 21, tool.Output);

        // Each of eight profiles once cost ten deadlines or more, of two to three seconds each.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}: {tool.Output}");
        Assert.Contains("not answered in time", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("run", "--implementation", "command:sleep 1000")]
    [InlineData("report", "/proc/self/fd/0")]
    public async Task The_first_signal_ends_whatever_waits(params string[] arguments)
    {
        // It is read from and written to by the tool itself, so that nothing ever comes and it never ends.
        var pipe = folder.Of("pipe");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync();
        }

        using var tool = Run($"<> '{pipe}'", [], arguments);
        await Task.Delay(TimeSpan.FromSeconds(2));
        tool.Signal("TERM");
        tool.Wait();
        Assert.True(tool.HasEnded);
    }

    [Fact]
    public async Task A_signal_to_end_reaches_the_program_that_runs_campaigns()
    {
        folder.Write(
            "dhp-campaign", "#!/bin/sh\ntrap 'exit 7' TERM\necho > ready\nwhile :; do sleep 0.1; done\n");
        using (var allow = Process.Start("chmod", ["+x", folder.Of("dhp-campaign")]))
        {
            await allow.WaitForExitAsync();
        }

        using var tool = Run(
            "", new() { ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}" }, "campaign");
        while (!File.Exists(folder.Of("ready")) && !tool.HasEnded)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        tool.Signal("TERM");
        Assert.Equal(7, tool.Wait());
    }

    [Fact]
    public void Adapters_that_are_killed_leave_no_sockets_behind()
    {
        var temporary = Directory.CreateDirectory(folder.Of("tmp")).FullName;
        using var tool = Run(
            "",
            new() { ["TMPDIR"] = temporary },
            "run", "--cases", "2", "--length", "5", "--profile", "windows-2000", "--timeout-scale", "0.1",
            "--implementation", $"command:{TestAdapter.CommandOf("never-answers")}");
        tool.Wait();
        Assert.Empty(Directory.GetFileSystemEntries(temporary));
    }

    public void Dispose() => folder.Dispose();

    private ToolProcess Run(string redirection, Dictionary<string, string> variables, params string[] arguments) =>
        new(folder.Path, redirection, variables, arguments);
}
