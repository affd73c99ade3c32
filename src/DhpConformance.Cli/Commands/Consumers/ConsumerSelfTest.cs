using System.Collections.Immutable;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Consumers;
using DhpConformance.Model.Consumers;
using DhpConformance.Reference.Consumers;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary>
/// <c>dhp selftest --role consumer</c>: the right consumers have to pass, and each mutant has to be caught under the
/// rule that it breaks and under no other.
/// </summary>
internal static class ConsumerSelfTest
{
    private static readonly string[] Columns = ["Rule", "Mutant", "Caught by", "Steps"];

    /// <summary>Tests it.</summary>
    /// <param name="environment">Where it is said.</param>
    /// <param name="rules">Only the mutants that break these, and no right consumers; empty for all.</param>
    /// <param name="cases">At most so many for each consumer.</param>
    /// <param name="seed">Seed of all cases.</param>
    public static ExitCode Run(ToolEnvironment environment, ImmutableArray<string> rules, int cases, ulong seed)
    {
        var problems = new List<string>();
        foreach (var right in rules.IsEmpty ? ReferenceConsumers.Right : [])
        {
            var results = Judge(right, cases, seed);
            environment.Console.Line($"{right.Name}: {results.Headline}", ConsoleLines.ColorOf(results.Verdict));
            problems.AddRange(results.Failures.Select(failure =>
                $"{right.Name} fails {failure.Rule}: {failure.Observed}"));
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var mutant in ReferenceConsumers.Mutants.Where(one => rules.IsEmpty || rules.Contains(one.Rule!)))
        {
            var failures = Judge(mutant, cases, seed).Failures;
            rows.Add(
            [
                mutant.Rule!, mutant.Name, string.Join(", ", failures.Select(failure => failure.Rule ?? "error")),
                string.Join(", ", failures.Select(failure => $"{failure.Steps.Length}")),
            ]);
            problems.AddRange(Problems(mutant, failures));
        }

        new Listing(Columns, rows).WriteTable(environment, "`dhp mutants --role consumer`");
        foreach (var rule in ConsumerRuleCatalog.All.Where(rule => (rules.IsEmpty || rules.Contains(rule.Id))
            && rule.NotTestable is null && ReferenceConsumers.Mutants.All(mutant => mutant.Rule != rule.Id)))
        {
            problems.Add($"No mutant breaks {rule.Id}.");
        }

        problems.ForEach(problem => environment.Console.Line(problem, Color.Red));
        environment.Console.Line(
            problems.Count == 0
                ? $"{rows.Count} mutants were caught under their own rule and no other."
                : $"{problems.Count} things are wrong.",
            problems.Count == 0 ? Color.Green : Color.Red);
        return problems.Count == 0 ? ExitCode.Pass : ExitCode.Fail;
    }

    private static ConsumerResults Judge(ReferenceConsumer consumer, int cases, ulong seed) =>
        ConsumerSuite.Run(consumer.Create, new() { Source = consumer.Name, Cases = cases, Seed = seed });

    private static IEnumerable<string> Problems(ReferenceConsumer mutant, ImmutableArray<ConsumerFailure> failures)
    {
        if (failures.All(failure => failure.Rule != mutant.Rule))
        {
            yield return $"{mutant.Name} breaks {mutant.Rule} and was not caught under it.";
        }

        foreach (var failure in failures.Where(failure => failure.Rule != mutant.Rule))
        {
            yield return $"{mutant.Name} breaks {mutant.Rule} and was caught under {failure.Rule ?? "no rule"}: "
                + $"{failure.Observed}";
        }
    }
}
