using System.Text.Json.Nodes;
using DhpConformance.Engine.Histories;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Engine.Histories;

public sealed class HistoryFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_written_is_read(int seed)
    {
        var history = LockedRun.Draw(seed, calls: 50, clients: 3, lost: 10);
        var text = HistoryWriter.Text(history);
        Assert.Equal(text, HistoryWriter.Text(HistoryReader.Parse(text)));
    }

    [Fact]
    public void Every_line_that_is_written_is_one_of_the_schema()
    {
        var lines = HistoryWriter.Text(LockedRun.Draw(1, calls: 50, clients: 3, lost: 10)).TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.True(Schema.OfHistory().Accepts(JsonNode.Parse(line)), line));
    }

    [Theory]
    [InlineData("""{"event":"invoke","at":1,"client":0}""")]
    [InlineData("""{"event":"observe","at":-1,"client":0}""")]
    [InlineData("""{"event":"observe","at":1,"client":0,"id":4}""")]
    [InlineData("""{"event":"begin","at":1,"client":0}""")]
    public void Any_other_line_is_none(string line) =>
        Assert.False(Schema.OfHistory().Accepts(JsonNode.Parse(line)));

    [Fact]
    public void A_call_that_is_open_at_the_end_is_lost()
    {
        var history = HistoryReader.Parse(
            HistoryWriter.Text(new HistoryBuilder().Ask(0, null).Ask(1, null).Lose(0).History));
        Assert.All(history.Calls, call => Assert.True(call.IsLost));
        Assert.Equal([1, null], history.Calls.Select(call => call.Ended - 1));
    }
}
