using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Consumers;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.Explain;

/// <summary>A short sequence that breaks a rule. It is found anew each time, from seed 1: the same each time.</summary>
/// <param name="Mutant">The mutant that breaks it.</param>
/// <param name="Profile">The profile in which it shows; null for a consumer.</param>
/// <param name="Steps">What is done, in sentences.</param>
/// <param name="Expected">What the rule requires then.</param>
/// <param name="Observed">What is answered or seen.</param>
internal sealed record Counterexample(
    string Mutant, string? Profile, ImmutableArray<string> Steps, string Expected, string Observed)
{
    private const int CasesOfConsumers = 1000;

    // Nearly every mutant shows in the first of these.
    private static readonly int[] Rounds = [30, 300, 3000];

    /// <summary>One of a server; null if none was found.</summary>
    public static Counterexample? Of(Rule rule, Mutant mutant)
    {
        // The profiles with most operations first; the one that is no Windows last.
        var profiles = SelfTestProfiles.All
            .Where(profile => Applicability.WhyNot(rule, profile) is null)
            .OrderBy(profile => profile == SelfTestProfiles.HotEverything)
            .ThenByDescending(profile => profile.Capabilities.Length);
        return (
            from cases in Rounds
            from profile in profiles
            select In(profile, cases, rule, mutant)).FirstOrDefault(found => found is not null);
    }

    /// <summary>One of a consumer; null if none was found.</summary>
    public static Counterexample? Of(string rule, ReferenceConsumer mutant)
    {
        var results = ConsumerSuite.Run(
            mutant.Create, new() { Source = mutant.Name, Cases = CasesOfConsumers, Rules = [rule] });
        return results.Failures.FirstOrDefault(failure => failure.Rule == rule) is { } failure
            ? new(
                mutant.Name,
                Profile: null,
                [.. StepText.Lines(failure.Machine, failure.Steps)],
                failure.Expected,
                failure.Observed)
            : null;
    }

    private static Counterexample? In(Profile profile, int cases, Rule rule, Mutant mutant)
    {
        var results = ConformanceSuite.Run(
            mutant.Create, new() { Profiles = [profile], Cases = cases, Rules = [rule.Id] });
        return results.Profiles[0].Failures.FirstOrDefault(failure => failure.Rule == rule.Id) is { } failure
            ? new(
                mutant.Name,
                profile.Name,
                [.. FailureNarration.Steps(failure), Moment(failure)],
                failure.Expected,
                failure.Observed)
            : null;
    }

    private static string Moment(Failure failure)
    {
        var moment = FailureNarration.Moment(failure);
        return $"{char.ToUpperInvariant(moment[0])}{moment[1..]}, {failure.Subject}:";
    }
}
