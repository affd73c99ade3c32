using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Tests.Reporting;

/// <summary>A failure on a server with more than 300 processors and 8 partitions.</summary>
internal static class LargeServer
{
    private const int Partitions = 8;
    private const int ProcessorsEach = 38;

    /// <summary>The first failure of a run, had the server been this large.</summary>
    public static RunResults Run
    {
        get
        {
            var run = SampleRuns.Failing;
            var profile = run.Profiles.First(one => one.Failures.Any(failure => failure.Rule == "REP-01"));
            var failure = profile.Failures.First(failure => failure.Rule == "REP-01");
            return SampleRuns.Of(run, profile with { Failures = [Enlarged(failure)] });
        }
    }

    private static Failure Enlarged(Failure failure)
    {
        var setup = failure.Setup;
        var first = setup.Partitions[0];
        var added = Enumerable.Range(0, Partitions * ProcessorsEach)
            .Select(i => new PartitionUnit(new(100 + i), UnitKind.Processor, "cpu-a", 2, $"large-{i}"))
            .ToImmutableArray();
        ImmutableArray<PartitionSetup> partitions =
        [
            first with { Units = [.. first.Units, .. Of(0)] },
            .. Enumerable.Range(1, Partitions - 1).Select(place =>
                first with { Id = new(place), Units = [.. Of(place)] }),
        ];
        return failure with
        {
            Setup = setup with { Units = [.. setup.Units, .. added], Partitions = partitions },
            Seen = failure.Seen! with
            {
                Units =
                [
                    .. failure.Seen.Units,
                    .. added.Select((unit, i) => new UnitObservation(
                        unit.Id, new PartitionId(i / ProcessorsEach), UnitPower.On)),
                ],
                Partitions =
                [
                    .. failure.Seen.Partitions.Where(one => one.Id == first.Id),
                    .. partitions.Skip(1).Select(one => new PartitionObservation
                    {
                        Id = one.Id,
                        State = RunState.Stopped,
                        LatestHotOperation = null,
                    }),
                ],
            },
        };

        IEnumerable<UnitId> Of(int place) =>
            added.Skip(place * ProcessorsEach).Take(ProcessorsEach).Select(unit => unit.Id);
    }
}
