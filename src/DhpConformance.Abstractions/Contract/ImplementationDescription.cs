namespace DhpConformance.Abstractions;

/// <summary>What an implementation says of itself before anything runs.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Version">Its own version, in any form.</param>
/// <param name="Claims">What it can do beyond the core.</param>
public sealed record ImplementationDescription(string Name, string Version, Claims Claims)
{
    /// <summary>The setups it can be reset to.</summary>
    public ServerLimits Limits { get; init; } = new();
}
