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
    // The fault of crash-loses-parked hangs on a crash that no state tells.
    private const int Histories = 3;

    /// <summary>
    /// Searches the small and the medium scope, and that of the counterexample itself, which cannot but show it. Null
    /// if none does: then exhaustive search has missed what random search has found.
    /// </summary>
    public static TrueMinimum? Of(Mutant mutant, Profile profile, Failure failure)
    {
        TrueMinimum? shortest = null;
        var own = Scope.Around(profile, failure.Setup, failure.Operations);
        foreach (var scope in Scopes(own, profile, failure))
        {
            var longest = shortest is null ? failure.Operations.Length : shortest.Length - 1;
            shortest = In(scope, mutant, longest) ?? shortest;
        }

        return shortest ?? In(own, mutant, failure.Operations.Length, Histories);
    }

    private static TrueMinimum? In(Scope scope, Mutant mutant, int longest, int histories = 1) =>
        ShortestCounterexample.Find(mutant.Create, scope, mutant.RuleId, longest, histories) is { } finding
            ? new(finding.TestCase.Operations.Length, scope.Name)
            : null;

    // The built-in scopes have no consumers.
    private static ImmutableArray<Scope> Scopes(Scope own, Profile profile, Failure failure)
    {
        var kind = failure.Setup.Partitionability;
        return failure.Operations.Any(IsAboutConsumers)
            ? [own]
            : [BuiltInScopes.Small.For(profile, kind), BuiltInScopes.Medium.For(profile, kind), own];
    }

    private static bool IsAboutConsumers(Operation operation) =>
        operation is RegisterDriver or RegisterApplication or Deregister or SubmitIo;
}
