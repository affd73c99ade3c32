using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.State;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>
/// A sequence that goes wrong no earlier than at a given operation: whatever would go wrong before is left out. Drawn
/// sequences hardly ever get that far with a broken server, so this is the worst that a shrinker meets.
/// </summary>
internal sealed class LateViolation(Hunt hunt, int length)
{
    private const int Batches = 10;
    private const int Attempts = 400;

    /// <summary>The first that is found; null if the mutant cannot hide for so long.</summary>
    public Finding? Find() => Enumerable.Range(0, Batches).Select(Find).FirstOrDefault(found => found is not null);

    private Finding? Find(int batch)
    {
        var drawn = hunt.First(batch);
        var avoided = new HashSet<int>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var source = new Avoiding(hunt.Operations.DecoderOf(drawn), drawn.Codes, 2 * length, avoided);
            var violation = hunt.Runner.Run(drawn.Setup, source, ObservationPolicy.AfterEveryOperation);
            if (violation is null or { Step: 0 })
            {
                return null;
            }

            if (violation.Step >= length)
            {
                return hunt.Examiner.Examine(
                    new(drawn.Setup, [.. hunt.Runner.Executed], ObservationPolicy.AfterEveryOperation));
            }

            avoided.Add(source.Latest);
        }

        return null;
    }

    /// <summary>Decoded operations without those that are to be avoided.</summary>
    private sealed class Avoiding(OperationDecoder decoder, ulong codes, int length, HashSet<int> avoided)
        : IOperationSource
    {
        private int given;

        /// <summary>The number of the latest operation that was given.</summary>
        public int Latest { get; private set; } = -1;

        public Operation? Next(ServerState state)
        {
            if (given++ == length)
            {
                return null;
            }

            do
            {
                Latest++;
            }
            while (avoided.Contains(Latest));

            return decoder.Decode(state, RandomSource.Mix(codes + (ulong)Latest));
        }
    }
}
