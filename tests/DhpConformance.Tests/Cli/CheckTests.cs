using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Tests.Engine.Histories;
using DhpConformance.Tests.Reference;

namespace DhpConformance.Tests.Cli;

/// <summary><c>dhp check</c>: what it says of histories, and which files it does not take.</summary>
public sealed class CheckTests : IDisposable
{
    private static readonly string[] Lines = HistoryWriter.Text(TwoForOne().History).TrimEnd('\n').Split('\n');

    private readonly Dhp dhp = new();

    [Fact]
    public void A_history_that_is_linearizable_passes_and_its_overlaps_are_counted()
    {
        dhp.Folder.Write("it.ndjson", HistoryWriter.Text(LockedRun.Draw(2, calls: 40, clients: 3)));
        var answer = dhp.Run("check", "it.ndjson");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith("LINEARIZABLE: 41 calls of 3 clients fit one order", answer.Output, StringComparison.Ordinal);
        Assert.Matches("  [1-9][0-9]* overlaps of calls that conflict:", answer.Output);
        Assert.Contains("observe", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_that_is_not_is_drawn_and_explained()
    {
        var answer = dhp.Run("check", Write(Lines));
        Assert.Equal((2, ""), (answer.Code, answer.Error));
        Assert.Equal(
            """
            NOT LINEARIZABLE: hearsay breaks LIN-01.
              Of overlapping requests for one unit, at most one gets it.


            """,
            answer.Output[..answer.Output.IndexOf("    The server", StringComparison.Ordinal)]);
        Assert.EndsWith(
            """
                client 0  |---3--|
                client 1      |---4--|

                3. Client 0: Hot add processor u6 to p0. Answer: completed.
                4. Client 1: Hot add processor u6 to p1. Answer: completed.

              The longest right order takes in 3 of 4 calls, of these: 3.
              Of 2 such orders, none goes on:
              3. fits nowhere (LIN-01), the answer:
                expected  refused (in use)
                observed  completed
              4. fits nowhere (LIN-01), the answer:
                expected  refused (in use)
                observed  completed

            """,
            answer.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_that_takes_too_historyis_inconclusive() =>
        Assert.Equal(20, dhp.Run("check", Write(Lines), "--limit", "1").Code);

    [Theory]
    [InlineData("0")]
    [InlineData("-4")]
    public void A_limit_that_makes_no_sense(string limit) =>
        dhp.Run("check", Write(Lines), "--limit", limit).AssertError(5, "--limit is");

    [Fact]
    public void Another_profile_judges_otherwise()
    {
        var history = new HistoryBuilder()
            .Alone(new StartPartition(new(0)), new HotAdd(new(0), SmallServer.FreeProcessor));
        dhp.Folder.Write("it.ndjson", HistoryWriter.Text(history.History));
        Assert.Equal(0, dhp.Run("check", "it.ndjson").Code);
        Assert.Contains(
            "breaks CAP-01", dhp.Run("check", "it.ndjson", "--profile", "windows-server-2008-x86").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there() =>
        dhp.Run("check", "gone.ndjson").AssertError(5, "There is no file gone.ndjson");

    [Fact]
    public void An_empty_file() => AssertError([], "it is empty");

    [Fact]
    public void A_file_that_is_something_else() => AssertError(["Dear diary,"], "line 1: it is not JSON");

    [Fact]
    public void A_file_without_an_end() => AssertError(Lines[..^1], "line 9: it is cut short");

    [Fact]
    public void A_file_with_its_first_line_alone() =>
        AssertError(Lines[..1], "line 1: it is cut short: nothing follows the line that says what it is about");

    [Fact]
    public void A_file_with_no_events_is_a_history() =>
        Assert.Equal(0, dhp.Run("check", Write([Lines[0], "{\"end\":0}"])).Code);

    [Fact]
    public void Of_a_history_only_what_proves_the_failure_is_shown()
    {
        var history = new HistoryBuilder().Alone(new StartPartition(new(0)), new StartPartition(new(1)));
        for (var i = 0; i < 20; i++)
        {
            history.Alone(new StopPartition(new(0)), new StartPartition(new(0)));
        }

        dhp.Folder.Write("it.ndjson", HistoryWriter.Text(history
            .Ask(0, new HotAdd(new(0), SmallServer.FreeProcessor))
            .Ask(1, new HotAdd(new(1), SmallServer.FreeProcessor)).Complete(0, 1).History));
        var answer = dhp.Run("check", "it.ndjson");
        Assert.Contains("  4 of 44 calls suffice to show it.\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("    43. Client 0: Hot add processor u6 to p0.", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_lost_a_line() => AssertError([.. Lines[..3], .. Lines[4..]], "line 9: it is cut short");

    [Theory]
    [InlineData(0, "\"format\":1", "\"format\":2", "line 1: its format is 2, and this version reads format 1")]
    [InlineData(0, "\"format\":1,", "", "line 1: its format is none")]
    [InlineData(0, "\"name\":\"everything\"", "\"name\":\"../up\"", "line 1: its profile is called \"../up\"")]
    [InlineData(0, "\"claims\":[", "\"claims\":[\"hot-replace\",", "line 1: it makes a claim twice")]
    [InlineData(0, "\"units\":[0,", "\"units\":[0,0,", "line 1: unit u0 is given to a partition twice")]
    [InlineData(0, "\"traits\":{}", "\"traits\":{\"minimum-units\":0}", "line 1 does not fit")]
    [InlineData(6, "\"at\":5", "\"at\":4", "line 7: it is out of order: it happens at 4, and the line before at 4")]
    [InlineData(6, "\"client\":1", "\"client\":0", "line 7: client 0 makes a second call while that of line 6 is open")]
    [InlineData(6, "\"client\":1", "\"client\":-1", "line 7: there is no client -1")]
    [InlineData(7, "\"client\":0", "\"client\":7", "line 8: client 7 gets an answer and has no open call")]
    [InlineData(6, "\"hot-add\"", "\"hot-swap\"", "line 7 does not fit the vocabulary: at $.operation: \"hot-swap\"")]
    [InlineData(6, "\"client\":1", "\"client\":1,\"client\":1", "line 7: an object in it has the same member twice")]
    [InlineData(6, "\"event\":\"invoke\"", "\"event\":\"wish\"", "line 7 does not fit the vocabulary: at $: \"wish\"")]
    [InlineData(
        6, "{\"operation\":\"hot-add\",\"partition\":1,\"unit\":6}", "{\"operation\":\"deregister\",\"consumer\":1}",
        "line 7: it asks for something about a driver or an application")]
    public void A_line_that_makes_no_sense(int line, string old, string changed, string sentence)
    {
        var lines = Lines.ToArray();
        Assert.Contains(old, lines[line], StringComparison.Ordinal);
        lines[line] = lines[line].Replace(old, changed, StringComparison.Ordinal);
        AssertError(lines, sentence);
    }

    [Fact]
    public void An_answer_to_another_kind_of_call()
    {
        var lines = Lines.ToArray();
        lines[6] = """{"event":"observe","at":5,"client":1}""";
        AssertError(lines, "line 9: client 1 gets the answer to another kind of call than the one on line 7");
    }

    [Fact]
    public void An_observation_that_cannot_be_compared()
    {
        using var server = SmallServer.With(SmallServer.Everything);
        var seen = server.Observe();
        var history = new HistoryBuilder().Ask(0, null).See(0).History;
        history = history with
        {
            Calls = [history.Calls[0] with { Observation = seen with { Partitions = seen.Partitions[..2] } }],
        };
        dhp.Folder.Write("it.ndjson", HistoryWriter.Text(history));
        dhp.Run("check", "it.ndjson")
            .AssertError(5, "the observation that client 0 got at 1 is none: it shows 2 partitions");
    }

    public void Dispose() => dhp.Dispose();

    private static HistoryBuilder TwoForOne() => new HistoryBuilder()
        .Alone(new StartPartition(new(0)), new StartPartition(new(1)))
        .Ask(0, new HotAdd(new(0), SmallServer.FreeProcessor)).Ask(1, new HotAdd(new(1), SmallServer.FreeProcessor))
        .Complete(0, 1);

    private void AssertError(IEnumerable<string> lines, string sentence)
    {
        var answer = dhp.Run("check", Write(lines));
        answer.AssertError(5, sentence);
        Assert.StartsWith("it.ndjson cannot be judged: ", answer.Error, StringComparison.Ordinal);
    }

    private string Write(IEnumerable<string> lines)
    {
        dhp.Folder.Write("it.ndjson", string.Concat(lines.Select(line => line + "\n")));
        return "it.ndjson";
    }
}
