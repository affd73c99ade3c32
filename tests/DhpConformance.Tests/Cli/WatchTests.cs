namespace DhpConformance.Tests.Cli;

/// <summary>A change of what is judged begins a new run, which says what changed in the verdicts.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly string[] Small =
        ["--cases", "60", "--profile", "windows-server-2008-x64", "--rule", "REP-01"];

    private readonly Dhp dhp = new();
    private readonly List<string> runs = [];

    [Fact]
    public void A_change_of_the_adapter_begins_a_run_that_says_which_verdicts_changed()
    {
        var answer = Watch(
            ["--implementation", "command:python3 adapter.py", "--quiet"],
            () => Run("mutant:accepts-larger-spare", changing: "adapter.py"),
            () => Run("reference", changing: "adapter.py"),
            () => 2);
        Assert.Equal(2, answer.Code);
        Assert.Equal("", answer.Error);
        Assert.Equal(
            """
            Watching adapter.py; Ctrl+C ends it.

            Changed: adapter.py
            REP-01 fail → pass in windows-server-2008-x64
            Watching adapter.py; Ctrl+C ends it.

            Changed: adapter.py

            """.ReplaceLineEndings("\n"),
            answer.Output);
        Assert.All(runs, run => Assert.Equal("run --implementation command:python3 adapter.py --quiet", run));
    }

    [Fact]
    public void What_is_named_is_watched_besides_and_not_passed_on()
    {
        dhp.Folder.Write("notes.txt", "");
        Directory.CreateDirectory(dhp.Folder.Of("src"));
        var answer = Watch(
            ["--on", "notes.txt", "--implementation", "reference", "--on=src", "--seed", "2"],
            () => Run("reference", changing: Path.Combine("src", "server.c")),
            () => 0);
        Assert.Contains("\nChanged: " + Path.Combine("src", "server.c"), answer.Output, StringComparison.Ordinal);
        Assert.All(runs, run => Assert.Equal("run --implementation reference --seed 2", run));
    }

    [Fact]
    public void A_run_that_changed_no_verdict_says_so() => Assert.Contains(
        "\nNo verdict has changed.\n",
        Watch(
            ["--implementation", "command:python3 adapter.py"],
            () => Run("reference", changing: "adapter.py"),
            () => Run("reference", changing: "adapter.py"),
            () => 0).Output,
        StringComparison.Ordinal);

    [Fact]
    public void A_run_that_could_not_begin_changes_no_verdict()
    {
        var answer = Watch(
            ["--implementation", "command:python3 adapter.py"],
            () => Run("reference", changing: "adapter.py"),
            () => Change("adapter.py", code: 5),
            () => 0);
        Assert.DoesNotContain("verdict", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("→", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--implementation reference", "reference names no file that could change; name what to watch")]
    [InlineData("--implementation tcp:127.0.0.1:9", "tcp:127.0.0.1:9 names no file that could change;")]
    [InlineData("--on nowhere.c", "There is no file or folder nowhere.c to watch; check the path.")]
    [InlineData("--on", "Required argument missing for option: '--on'; `dhp watch --help` shows what there is.")]
    public void Where_there_is_nothing_to_watch_the_input_is_bad(string options, string sentence) =>
        dhp.Run(["watch", .. options.Split(' ')]).AssertError(5, sentence);

    public void Dispose() => dhp.Dispose();

    // Each run of the tool is one of these; the last one interrupts.
    private Dhp.Answer Watch(string[] options, params Func<int>[] steps)
    {
        dhp.Folder.Write("adapter.py", "");
        using var interrupted = new CancellationTokenSource();
        dhp.RunItself = arguments =>
        {
            runs.Add(string.Join(' ', arguments));
            if (runs.Count == steps.Length)
            {
                interrupted.Cancel();
            }

            return steps[runs.Count - 1]();
        };
        return dhp.Run(interrupted.Token, ["watch", .. options]);
    }

    private int Run(string implementation, string changing)
    {
        var code = dhp.Run(["run", "--implementation", implementation, .. Small]).Code;
        return Change(changing, code);
    }

    // Longer each time, since the clock of a file system may stand still for so long.
    private int Change(string file, int code)
    {
        File.AppendAllText(dhp.Folder.Of(file), "x");
        return code;
    }
}
