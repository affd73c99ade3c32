using System.Collections.Immutable;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Coverage;

/// <summary>How often something with a number was counted. What has which number differs between versions.</summary>
/// <param name="Number">Its place in the table, from 0.</param>
/// <param name="Count">How often, 1 or more.</param>
/// <param name="First">The number of the first case; 0 where it is not kept.</param>
internal sealed record NumberedCount(int Number, long Count, int First);

/// <summary>The content of a <see cref="CoverageTable"/>.</summary>
/// <param name="Situations">The situations that were reached.</param>
/// <param name="Goals">The coverage goals that arose.</param>
/// <param name="Traits">The traits that were shown.</param>
internal sealed record CoverageCounts(
    ImmutableArray<NumberedCount> Situations,
    ImmutableArray<NumberedCount> Goals,
    ImmutableArray<NumberedCount> Traits);

/// <summary>The content of a <see cref="SizeTable"/>.</summary>
/// <param name="Largest">The largest sizes.</param>
/// <param name="Goals">The size goals that cases reached.</param>
/// <param name="Outcomes">How operations were answered.</param>
/// <param name="Bands">For each measure, how many cases are in which band.</param>
internal sealed record SizeCounts(
    LargestSizes Largest,
    ImmutableArray<NumberedCount> Goals,
    ImmutableArray<NumberedCount> Outcomes,
    ImmutableArray<ImmutableArray<int>> Bands);
