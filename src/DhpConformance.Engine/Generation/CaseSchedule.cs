using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// The shape of a case, by its number: shapes other than small come at fixed places, so that a run of the usual length
/// has each of them often enough, whatever its seed.
/// </summary>
/// <param name="profile">The operating system that is judged.</param>
internal sealed class CaseSchedule(Profile profile)
{
    // No run is cut so short that it has the small cases alone: the first of the others is in the second batch.
    private const int Period = 50;

    // One long case in ten is twenty times as long as the others are short, which passes 256 operations of a kind.
    private const int LongPeriod = 500;
    private const int MostOperations = 1000;

    private readonly bool replaces = profile.Capabilities.Any(cell => cell.Operation == HotOperation.Replace);

    /// <summary>The shape of the case with this number, from 0.</summary>
    public CaseShape ShapeOf(int number) => (number % Period) switch
    {
        30 => CaseShape.Documents,
        32 => CaseShape.Bridges,
        34 or 40 => CaseShape.Partitions,
        36 or 42 or 46 => CaseShape.Processors,
        37 or 45 => CaseShape.ProcessorLimit,
        38 or 44 or 48 => CaseShape.Memory,
        49 => replaces && number / Period % 2 == 0 ? CaseShape.ManyReplaces : CaseShape.ManyAdds,
        _ => CaseShape.Small,
    };

    /// <summary>How many operations the case has, where a small case has <paramref name="length"/>.</summary>
    public static int LengthOf(int number, CaseShape shape, int length) =>
        shape is CaseShape.ManyReplaces or CaseShape.ManyAdds
            ? Math.Max(length, Math.Min(length * (number % LongPeriod < Period * 2 ? 20 : 8), MostOperations))
            : length;
}
