using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>The shortest sequence that shows a mutant, found by trying all shorter ones.</summary>
/// <param name="Length">How many operations it has.</param>
/// <param name="ScopeName">The scope it was found in.</param>
internal sealed record TrueMinimum(int Length, string ScopeName)
{
    /// <summary>
    /// Searches the small and the medium scope, and that of the counterexample itself, which cannot but show it. Null
    /// if none does: then exhaustive search has missed what random search has found.
    /// </summary>
    public static TrueMinimum? Of(Mutant mutant, Profile profile, Failure failure)
    {
        TrueMinimum? shortest = null;
        foreach (var scope in Scopes(profile, failure))
        {
            var longest = shortest is null ? failure.Operations.Length : shortest.Length - 1;
            if (ShortestCounterexample.Find(mutant.Create, scope, mutant.RuleId, longest) is { } finding)
            {
                shortest = new(finding.TestCase.Operations.Length, scope.Name);
            }
        }

        return shortest;
    }

    // The built-in scopes have no consumers.
    private static ImmutableArray<Scope> Scopes(Profile profile, Failure failure)
    {
        var own = Scope.Around(profile, failure.Setup, failure.Operations);
        var kind = failure.Setup.Partitionability;
        return failure.Operations.Any(IsAboutConsumers)
            ? [own]
            : [BuiltInScopes.Small.For(profile, kind), BuiltInScopes.Medium.For(profile, kind), own];
    }

    private static bool IsAboutConsumers(Operation operation) =>
        operation is RegisterDriver or RegisterApplication or Deregister or SubmitIo;
}
