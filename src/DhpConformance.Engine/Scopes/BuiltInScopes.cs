using System.Collections.Immutable;

namespace DhpConformance.Engine.Scopes;

/// <summary>The built-in scopes; they are files like those of users.</summary>
public static class BuiltInScopes
{
    /// <summary>
    /// One partition that can run, two spares of its processor (one of them another type), a spare of its memory
    /// module and a larger one; tight limits, units that do not start, and errors in the partition.
    /// </summary>
    public static ScopeDefinition Small { get; } = Read("Small.json");

    /// <summary>
    /// Two partitions that can run, two units of each kind; unit power, errors in a partition, and outages of the
    /// service processor.
    /// </summary>
    public static ScopeDefinition Medium { get; } = Read("Medium.json");

    /// <summary>
    /// Two partitions, four processors, one of them with two logical processors, three memory modules, two bridges;
    /// errors in a partition.
    /// </summary>
    public static ScopeDefinition Large { get; } = Read("Large.json");

    /// <summary>
    /// One partition, and a processor with two logical processors, of which one may be parked: for what a server
    /// remembers of a limit and of parked components.
    /// </summary>
    public static ScopeDefinition History { get; } = Read("History.json");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ScopeDefinition> All { get; } = [Small, Medium, Large, History];

    private static ScopeDefinition Read(string name)
    {
        using var stream = typeof(BuiltInScopes).Assembly.GetManifestResourceStream(typeof(BuiltInScopes), name)!;
        using var reader = new StreamReader(stream);
        return ScopeFile.Parse(reader.ReadToEnd());
    }
}
