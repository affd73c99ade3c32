using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// The shape of a case, by its number: shapes other than small come at fixed places, so that a run of the usual length
/// has each of them often enough, whatever its seed.
/// </summary>
/// <param name="profile">The operating system that is judged.</param>
/// <param name="workload">What half of the cases that would be small are about instead.</param>
internal sealed class CaseSchedule(Profile profile, Workload workload = Workload.Default)
{
    // No run is cut so short that it has the small cases alone: the first of the others is in the second batch.
    private const int Period = 50;

    // There are more answers to repeat than periods in a run of the usual length: those go on where the others end.
    private const int MoreRepetitions = 29;
    private const int UsualPeriods = 20;

    // Two long cases in five are twenty times as long as short ones, which passes 256 replaces or adds.
    private const int LongPeriod = 500;
    private const int LongFactor = 8;
    private const int LongestFactor = 20;
    private const int MostOperations = 1000;

    // Three in four operations of a long case are hot ones, or more.
    private const int LeastOfSoak = 400;

    // Rules about rare things are decided by small cases, of which at least as many are left.
    private const int WorkloadFactor = 3;

    private readonly bool replaces = profile.Capabilities.Any(cell => cell.Operation == HotOperation.Replace);

    /// <summary>The shape of the case with this number, from 0.</summary>
    public CaseShape ShapeOf(int number) => (number % Period) switch
    {
        30 => CaseShape.Documents,
        31 or 39 or 47 => CaseShape.Units,
        32 => CaseShape.Bridges,
        33 => CaseShape.ManyStarts,
        41 => CaseShape.ManyConsumers,
        43 => replaces ? CaseShape.ManyReplaces : CaseShape.ManyAdds,
        34 or 40 => CaseShape.Partitions,
        35 => CaseShape.Neighbours,
        36 or 42 or 46 => CaseShape.Processors,
        37 or 45 => CaseShape.ProcessorLimit,
        38 or 44 => CaseShape.Memory,
        48 or MoreRepetitions => CaseShape.Repetitions,
        49 => CaseShape.ManyAdds,
        _ => workload != Workload.Default && number % 2 == 0 ? OfWorkload(number) : CaseShape.Small,
    };

    /// <summary>
    /// The place of a case among those of its shape, by which they take turns. Two places may be the same.
    /// </summary>
    public static int PlaceOf(int number) =>
        (number / Period) + (number % Period == MoreRepetitions ? UsualPeriods : 0);

    /// <summary>How many operations the case has, where a small case has <paramref name="length"/>.</summary>
    public static int LengthOf(int number, CaseShape shape, int length, Workload workload = Workload.Default) =>
        shape switch
        {
            CaseShape.Churn or CaseShape.Burst => Times(length, WorkloadFactor),
            CaseShape.ManyReplaces or CaseShape.ManyAdds when workload == Workload.Soak =>
                Math.Max(length, LeastOfSoak + (int)(number * 7L % (MostOperations - LeastOfSoak + 1))),
            CaseShape.Repetitions => Times(length, LongFactor),
            CaseShape.ManyReplaces or CaseShape.ManyAdds or CaseShape.ManyStarts or CaseShape.ManyConsumers =>
                Times(length, number % LongPeriod < Period * 4 ? LongestFactor : LongFactor),
            _ => length,
        };

    private static int Times(int length, int factor) =>
        (int)Math.Max(length, Math.Min((long)length * factor, MostOperations));

    private CaseShape OfWorkload(int number) => workload switch
    {
        Workload.Churn => CaseShape.Churn,
        Workload.Burst => CaseShape.Burst,
        _ => replaces && number % 4 == 0 ? CaseShape.ManyReplaces : CaseShape.ManyAdds,
    };
}
