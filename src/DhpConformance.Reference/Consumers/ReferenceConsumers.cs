using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>A consumer that comes with the suite.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Create">Makes a fresh one.</param>
public sealed record ReferenceConsumer(string Name, Func<IConsumerUnderTest> Create)
{
    /// <summary>The rule that it breaks; null if it keeps all of them.</summary>
    public string? Rule { get; init; }
}

/// <summary>
/// The consumers that come with the suite: those that keep every duty, and those that break one each.
/// </summary>
public static class ReferenceConsumers
{
    /// <summary>Those that keep every duty.</summary>
    public static ImmutableArray<ReferenceConsumer> Right { get; } =
    [
        new("disk", () => new DiskDriver()),
        new("paging-disk", () => new PagingDiskDriver()),
        new("network", () => new NetworkDriver()),
        new("service", () => new Service()),
        new("plain", () => new PlainDriver()),
    ];

    /// <summary>Those that break one duty each, and no other.</summary>
    public static ImmutableArray<ReferenceConsumer> Mutants { get; } =
    [
        .. ProcessorMutants.All, .. CallbackMutants.All, .. ArrivalMutants.All, .. MemoryMutants.All,
        .. StopMutants.All, .. PowerMutants.All, .. ApplicationMutants.All,
    ];

    /// <summary>The one with this name; null if there is none.</summary>
    public static ReferenceConsumer? Find(string name) =>
        Right.Concat(Mutants).FirstOrDefault(one => one.Name == name);

    internal static ReferenceConsumer Mutant<T>(string name, string rule)
        where T : IConsumerUnderTest, new() => new(name, () => new T()) { Rule = rule };
}
