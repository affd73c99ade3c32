using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Implementations;

/// <summary>Finds what <c>--implementation</c> names. A new way to reach one is a new line in the table.</summary>
internal static class ImplementationSource
{
    private static readonly ImmutableArray<ImplementationScheme> Schemes =
    [
        new("reference", "reference", rest => rest.Length == 0
            ? () => new ReferenceServer()
            : throw new BadInputException("There is one reference only; write `reference`, with nothing after it.")),
        new("mutant", "mutant:NAME", MutantCalled),
        new("assembly", "assembly:PATH[#TYPE]", rest => Hosted("assembly:" + rest)),
        new("command", "command:COMMAND LINE", rest => Hosted("command:" + rest)),
        new("unix", "unix:PATH", rest => Hosted("unix:" + rest)),
        new("tcp", "tcp:127.0.0.1:PORT", rest => Hosted("tcp:" + rest)),
    ];

    /// <summary>The implementation with this source.</summary>
    public static Implementation Find(string source)
    {
        var parts = source.Split(':', 2);
        var scheme = Schemes.FirstOrDefault(one => one.Name == parts[0])
            ?? throw new BadInputException(
                $"The implementation \"{source}\" is unknown; "
                + $"write {string.Join(" or ", Schemes.Select(one => one.Form))}.");
        return new(source, scheme.Find(parts.Length > 1 ? parts[1] : ""));
    }

    // One that cannot be started is found out when it is first asked something, and is an error, not bad input.
    private static Func<IPartitionableServer> Hosted(string source)
    {
        try
        {
            return Hosting.ImplementationSource.Parse(source).Create;
        }
        catch (HostingException exception)
        {
            throw new BadInputException(exception.Message, cause: exception);
        }
    }

    private static Func<IPartitionableServer> MutantCalled(string name) =>
        MutantCatalog.All.FirstOrDefault(mutant => mutant.Name == name)?.Create ?? throw new BadInputException(
            $"There is no mutant \"{name}\"; `dhp selftest` lists them all."
            + Suggestion.For(name, MutantCatalog.All.Select(mutant => mutant.Name)));
}
