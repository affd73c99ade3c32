using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Cli.Implementations;

/// <summary>Finds what <c>--implementation</c> names. A new way to reach one is a new line in the table.</summary>
internal static class ImplementationSource
{
    private static readonly ImmutableArray<ImplementationScheme> Schemes =
    [
        new("reference", "reference", (rest, _) => rest.Length == 0
            ? () => new ReferenceServer()
            : throw new BadInputException("There is one reference only; write `reference`, with nothing after it."))
        {
            IsBuiltIn = true,
        },
        new("mutant", "mutant:NAME", (rest, _) => MutantCalled(rest)) { IsBuiltIn = true },
        new("variant", "variant:NAME", (rest, _) => VariantCalled(rest)) { IsBuiltIn = true },
        Hosted("assembly", "PATH[#TYPE]"),
        Hosted("command", "COMMAND LINE"),
        Hosted("unix", "PATH"),
        Hosted("tcp", "127.0.0.1:PORT"),
    ];

    /// <summary>The implementation with this source.</summary>
    /// <param name="source">As given to the tool.</param>
    /// <param name="hosting">Deadlines and restarts; null for the defaults.</param>
    public static Implementation Find(string source, HostingOptions? hosting = null)
    {
        var parts = source.Split(':', 2);
        var scheme = SchemeOf(source)
            ?? throw new BadInputException(
                $"The implementation \"{source}\" is unknown; "
                + $"write {string.Join(" or ", Schemes.Select(one => one.Form))}.");
        return new(source, scheme.Find(parts.Length > 1 ? parts[1] : "", hosting));
    }

    /// <summary>Whether it names a server that this tool brings along. There need not be one.</summary>
    public static bool IsBuiltIn(string source) => SchemeOf(source) is { IsBuiltIn: true };

    private static ImplementationScheme? SchemeOf(string source) =>
        Schemes.FirstOrDefault(one => one.Name == source.Split(':')[0]);

    // A command that is not there is found out when it is first asked something.
    private static ImplementationScheme Hosted(string name, string form) => new(
        name,
        $"{name}:{form}",
        (rest, hosting) => Hosting.ImplementationSource.Parse($"{name}:{rest}", hosting).Create);

    private static Func<IPartitionableServer> MutantCalled(string name) =>
        Mutants.FirstOrDefault(mutant => mutant.Name == name)?.Create ?? throw new BadInputException(
            $"There is no mutant \"{name}\"; `dhp mutants` lists them all."
            + Suggestion.For(name, Mutants.Select(mutant => mutant.Name)));

    private static IEnumerable<Mutant> Mutants => MutantCatalog.All.Concat(ConcurrencyMutants.All);

    private static Func<IPartitionableServer> VariantCalled(string name) =>
        VariantCatalog.All.FirstOrDefault(variant => variant.Name == name)?.Create ?? throw new BadInputException(
            $"There is no variant \"{name}\"; `dhp variants` lists them all."
            + Suggestion.For(name, VariantCatalog.All.Select(variant => variant.Name)));
}
