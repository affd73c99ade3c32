using DhpConformance.Engine.Results;


namespace DhpConformance.Tests.Engine.Runs;

public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void All_shards_together_do_each_piece_once(int count)
    {
        var shards = Enumerable.Range(1, count).Select(number => new Shard(number, count)).ToList();
        Assert.All(Enumerable.Range(0, 50), piece => Assert.Single(shards, shard => shard.Includes(piece)));
    }

    [Theory]
    [InlineData("1/1")]
    [InlineData("2/5")]
    public void What_was_written_can_be_read(string text) => Assert.Equal(text, Shard.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0/5")]
    [InlineData("6/5")]
    [InlineData("1/0")]
    [InlineData("-1/5")]
    [InlineData("1/2/3")]
    [InlineData("1/99999999999")]
    [InlineData("a/b")]
    public void What_is_no_shard_is_refused_with_what_to_write(string text) => Assert.Contains(
        "write K/N", Assert.Throws<FormatException>(() => Shard.Parse(text)).Message, StringComparison.Ordinal);
}
