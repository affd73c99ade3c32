namespace DhpConformance.Plugins;

/// <summary>Could be made, and is no server.</summary>
internal sealed class NoServer;
