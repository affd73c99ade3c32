using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Consumers;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Cli.Commands.Explain;

/// <summary>Gathers what there is to say about a rule, from the catalogues, the pages and the mutants.</summary>
internal static class Explanations
{
    /// <summary>About a rule of servers.</summary>
    public static RuleExplanation Of(Rule rule)
    {
        var page = PageExcerpts.PageOf(rule.Id);
        ImmutableArray<Mutant> mutants = [.. MutantCatalog.All.Where(mutant => mutant.RuleId == rule.Id)];
        return new()
        {
            Id = rule.Id,
            Group = rule.Group,
            Level = rule.Level,
            Statement = rule.Statement,
            Derived = rule.Derived,
            Reasons = PageExcerpts.Reasons(page, rule.Id),
            Page = page.Name,
            Sources = [.. rule.Sources.Select(PageExcerpts.Source)],
            Judged = PageExcerpts.Judged(rule.Id),
            NotVerified = NullIfEmpty(rule.NotVerified),
            NotTestable = rule.NotTestable,
            Needs = [.. Needs(rule)],
            Profiles =
            [
                .. SelfTestProfiles.All.Select(profile =>
                    new RuleExplanation.ProfileNote(profile.Name, Applicability.WhyNot(rule, profile))),
            ],
            Mutants =
            [
                .. mutants.Select(mutant => new RuleExplanation.Breaker(
                    mutant.Name,
                    mutant.Description,
                    $"dhp run --implementation mutant:{mutant.Name} --rule {rule.Id}")),
            ],
            Counterexample = mutants.IsEmpty ? null : Counterexample.Of(rule, mutants[0]),
            Variants =
            [
                .. VariantCatalog.All.Where(variant => variant.Rules.Contains(rule.Id))
                    .Select(variant => new RuleExplanation.Neighbour(variant.Name, variant.Description)),
            ],
        };
    }

    /// <summary>About a duty of drivers and applications.</summary>
    public static RuleExplanation Of(ConsumerRule rule)
    {
        var page = PageExcerpts.PageOf(rule.Id);
        var mutants = ReferenceConsumers.Mutants.Where(mutant => mutant.Rule == rule.Id).ToList();
        return new()
        {
            Id = rule.Id,
            Group = rule.Group,
            Level = rule.Level,
            Statement = rule.Statement,
            Derived = rule.Derived,
            Reasons = PageExcerpts.Reasons(page, rule.Id),
            Page = page.Name,
            Sources = [.. rule.Sources.Select(PageExcerpts.Source)],
            Judged = ["From the trace of events and calls, as `dhp specs consumers` describes it."],
            NotVerified = NullIfEmpty(rule.NotVerified),
            NotTestable = rule.NotTestable,
            Needs = [.. Needs(rule)],
            Mutants =
            [
                .. mutants.Select(mutant => new RuleExplanation.Breaker(
                    mutant.Name,
                    Description: null,
                    $"dhp run --role consumer --implementation mutant:{mutant.Name} --rule {rule.Id}")),
            ],
            Counterexample = mutants.Count == 0 ? null : Counterexample.Of(rule.Id, mutants[0]),
            Variants = [],
        };
    }

    /// <summary>About a rule for requests that overlap.</summary>
    public static RuleExplanation Of(ConcurrencyRule rule)
    {
        var page = PageExcerpts.PageOf(rule.Id);
        return new()
        {
            Id = rule.Id,
            Group = rule.Id[..rule.Id.IndexOf('-', StringComparison.Ordinal)],
            Level = Level.Must,
            Statement = rule.Statement,
            Derived = true,
            Reasons = PageExcerpts.Reasons(page, rule.Id),
            Page = page.Name,
            Sources = [.. rule.Sources.Select(PageExcerpts.Source)],
            Judged =
            [
                "From a history of requests that overlap, by `dhp run --clients` or `dhp check`, as `dhp specs "
                    + "concurrency` describes it.",
                $"Where none overlap: {string.Join(", ", rule.Generalises)}",
            ],
            Needs = [],
            Mutants =
            [
                .. ConcurrencyMutants.All.Where(mutant => mutant.RuleId == rule.Id)
                    .Select(mutant => new RuleExplanation.Breaker(
                        mutant.Name,
                        mutant.Description,
                        $"dhp run --clients 3 --implementation mutant:{mutant.Name}")),
            ],
            Variants = [],
        };
    }

    private static IEnumerable<string> Needs(Rule rule)
    {
        if (rule.Claims != Claims.None)
        {
            yield return $"Claims: {Joined(rule.Claims)}";
        }

        if (rule.OneOfClaims != Claims.None)
        {
            yield return $"One of the claims: {Joined(rule.OneOfClaims)}";
        }

        if (rule.IsAboutTraits)
        {
            yield return "A declared trait";
        }

        if (rule.Behaviour is { } behaviour)
        {
            yield return $"A profile that promises: {Words.Of(behaviour)}";
        }

        if (rule.Capability is { } operation)
        {
            yield return $"A profile that supports: hot {Words.Of(operation)}"
                + (rule.CapabilityKind is { } kind ? $" of a {Words.Of(kind)}" : "");
        }

        if (rule.Needs is { } unit)
        {
            yield return $"A server with: {Words.Of(unit)}";
        }
    }

    private static IEnumerable<string> Needs(ConsumerRule rule)
    {
        if (rule.Role is { } role)
        {
            yield return $"Role: {Words.Of(role)}";
        }

        if (!rule.Traits.IsEmpty)
        {
            yield return $"Traits: {Joined(rule.Traits)}";
        }

        if (!rule.OneOfTraits.IsEmpty)
        {
            yield return $"One of the traits: {Joined(rule.OneOfTraits)}";
        }

        if (rule.Unless is { } trait)
        {
            yield return $"Not the trait: {Words.Of(trait)}";
        }
    }

    private static string Joined<T>(IEnumerable<T> members)
        where T : struct, Enum => string.Join(", ", members.Select(member => Words.Of(member)));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
