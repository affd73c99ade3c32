using System.Collections.Immutable;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Runs;

/// <summary>The content of a <see cref="BatchRecord"/>, to be sent from one machine to another.</summary>
/// <param name="Reached">What the cases reached.</param>
/// <param name="Sizes">At which sizes.</param>
/// <param name="Lengths">How many operations each case has executed.</param>
/// <param name="EndedEarly">How many ended at a violation.</param>
/// <param name="Hangs">How many of these waited for an answer in vain.</param>
/// <param name="Breaks">How many ended because the implementation broke.</param>
/// <param name="Undecided">How many ended without a verdict on their last step.</param>
/// <param name="Found">What was found.</param>
/// <param name="Seen">What was seen wrong, where it is what it seems to be.</param>
internal sealed record WrittenBatch(
    CoverageCounts Reached,
    SizeCounts Sizes,
    ImmutableArray<int> Lengths,
    int EndedEarly,
    int Hangs,
    int Breaks,
    int Undecided,
    ImmutableArray<FoundInCase> Found,
    ImmutableArray<SeenInCase> Seen);

/// <summary>A finding and its case.</summary>
/// <param name="Case">The number of the case, from 0.</param>
/// <param name="Finding">What was found.</param>
/// <param name="IsOneOff">Whether it had shown once and not again.</param>
internal sealed record FoundInCase(int Case, Finding Finding, bool IsOneOff = false);

/// <summary>A violation and its case.</summary>
/// <param name="Case">The number of the case, from 0.</param>
/// <param name="Violation">What was seen.</param>
internal sealed record SeenInCase(int Case, Violation Violation);
