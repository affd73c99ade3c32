namespace DhpConformance.Engine.Replay;

/// <summary>The last line of a replay file: a file without it, or with another count, is not whole.</summary>
/// <param name="End">How many requests stand between the header and this line.</param>
public sealed record ReplayFooter(int End);
