using System.Reflection;
using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>A reference server with one fault, which breaks one rule and no other.</summary>
/// <param name="Name">Its name in kebab-case; also what the server calls itself.</param>
/// <param name="RuleId">The rule that it breaks, such as <c>REP-01</c>.</param>
/// <param name="Description">The fault in one sentence.</param>
/// <param name="Create">Makes a server with the fault; each call makes one of its own.</param>
public sealed record Mutant(string Name, string RuleId, string Description, Func<IPartitionableServer> Create)
{
    internal static Mutant InAdmission<T>(Func<Machine, T> part)
        where T : Admission =>
        Of<T>(new ServerComposition { Admission = part });

    internal static Mutant InServiceProcessor<T>(Func<Machine, Admission, T> part)
        where T : ServiceProcessor =>
        Of<T>(new ServerComposition { ServiceProcessor = part });

    internal static Mutant InOperatingSystem<T>(Func<Partition, T> part)
        where T : OperatingSystem =>
        Of<T>(new ServerComposition { OperatingSystem = part });

    internal static Mutant InCallbacks<T>(Func<OperatingSystem, Registry, T> part)
        where T : ProcessorCallbacks =>
        Of<T>(new ServerComposition { ProcessorCallbacks = part });

    internal static Mutant InArrivals<T>(Func<OperatingSystem, Registry, T> part)
        where T : Arrivals =>
        Of<T>(new ServerComposition { Arrivals = part });

    internal static Mutant InPlugAndPlay<T>(Func<OperatingSystem, Registry, T> part)
        where T : PlugAndPlay =>
        Of<T>(new ServerComposition { PlugAndPlay = part });

    internal static Mutant InPowerPolicy<T>(Func<OperatingSystem, Registry, T> part)
        where T : PowerPolicy =>
        Of<T>(new ServerComposition { PowerPolicy = part });

    internal static Mutant InInputOutput<T>(Func<OperatingSystem, Registry, T> part)
        where T : InputOutput =>
        Of<T>(new ServerComposition { InputOutput = part });

    internal static Mutant InAffinityPolicy<T>(Func<T> part)
        where T : AffinityPolicy =>
        Of<T>(new ServerComposition { AffinityPolicy = part });

    internal static Mutant Declaring<T>(Trait trait, ServerComposition sound, long value = 1) =>
        Of<T>(sound.Declaring(trait, value));

    internal static Mutant Of<T>(ServerComposition sound)
    {
        var breaks = typeof(T).GetCustomAttribute<BreaksAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name} does not say what it breaks: add [Breaks(…)].");
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(T).Name);
        var faulty = sound with { Name = name };
        return new(name, breaks.RuleId, breaks.Description, () => new ReferenceServer(faulty));
    }
}
