using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Runs;

/// <summary>Deals batches of cases out to threads, each batch once, those of the shard alone.</summary>
internal sealed class CaseQueue(SuiteOptions options)
{
    private int next;

    /// <summary>How many cases there are in all.</summary>
    public int Cases => options.CasesOfShard;

    /// <summary>The next batch; null if all were dealt out.</summary>
    public Batch? Next()
    {
        var turn = Interlocked.Increment(ref next) - 1;
        var number = ((long)turn * options.Shard.Count) + options.Shard.Number - 1;
        var first = number * CaseGenerator.Batch;
        return first < options.Cases
            ? new((int)number, turn, (int)first, Math.Min(CaseGenerator.Batch, options.Cases - (int)first))
            : null;
    }

    /// <summary>Cases that are drawn together.</summary>
    /// <param name="Number">Which batch of the whole run, from 0.</param>
    /// <param name="Turn">Which batch of the shard, from 0.</param>
    /// <param name="First">The number of its first case.</param>
    /// <param name="Count">How many of its cases the run has.</param>
    public sealed record Batch(int Number, int Turn, int First, int Count);
}
