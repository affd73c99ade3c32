using DhpConformance.Engine.Results;
using DhpConformance.Tests.Properties;
using FsCheck;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Engine.Results;

/// <summary>Shares of a run: read, written, and dealt out.</summary>
public sealed class ShardProperties : IControlled
{
    private readonly Func<Shard, int, bool> includes;
    private readonly Func<string, Shard> parse;

    public ShardProperties()
        : this((shard, piece) => shard.Includes(piece), Shard.Parse)
    {
    }

    internal ShardProperties(Func<Shard, int, bool> includes, Func<string, Shard> parse)
    {
        this.includes = includes;
        this.parse = parse;
    }

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(What_is_written_is_read_as_it_was), new ShardProperties((_, _) => true, _ => Shard.Whole)),
        new(nameof(Each_piece_is_in_one_share), new ShardProperties(
            (shard, piece) => piece % shard.Count == shard.Number, Shard.Parse)),
        new(nameof(Each_share_has_as_many_pieces_as_any_other_or_one_more_or_less), new ShardProperties(
            (shard, piece) => shard.Includes(piece / 4), Shard.Parse)),
    ];

    [Property]
    public bool What_is_written_is_read_as_it_was(Shard shard) => parse(shard.ToString()) == shard;

    [Property]
    public bool Each_piece_is_in_one_share(Shard shard, NonNegativeInt piece) =>
        All(shard.Count).Count(one => includes(one, piece.Get)) == 1;

    [Property]
    public bool Each_share_has_as_many_pieces_as_any_other_or_one_more_or_less(Shard shard, byte pieces)
    {
        var counts = All(shard.Count)
            .Select(one => Enumerable.Range(0, pieces).Count(piece => includes(one, piece)))
            .ToList();
        return counts.Max() - counts.Min() <= 1;
    }

    private static IEnumerable<Shard> All(int count) =>
        Enumerable.Range(1, count).Select(number => new Shard(number, count));
}
