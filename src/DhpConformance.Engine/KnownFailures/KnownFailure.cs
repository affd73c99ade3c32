namespace DhpConformance.Engine.KnownFailures;

/// <summary>A rule that an implementation is known to break, until somebody has mended it.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Reason">Why it is broken, for whoever wonders.</param>
/// <param name="Link">Where its mending is followed: an address.</param>
public sealed record KnownFailure(string Rule, string Reason, string Link);
