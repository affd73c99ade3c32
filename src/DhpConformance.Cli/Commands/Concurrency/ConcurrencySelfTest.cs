using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Concurrency;

/// <summary>
/// <c>dhp selftest --clients N</c>: the reference conforms; each mutant for overlapping requests is found under its own
/// rule, whatever the seed, and no sequence finds it.
/// </summary>
internal static class ConcurrencySelfTest
{
    private const int Seeds = 20;

    public static ExitCode Run(ToolEnvironment environment, int clients, int cases, string? markdown)
    {
        var reference = ConcurrentSuite.Run(
            () => new ReferenceServer(), Options(clients, cases, 1, null), environment.Interrupted).Profiles.Single();
        var results = ProgressDisplay.While(environment, "mutants", ConcurrencyMutants.All.Length, done =>
            ConcurrencyMutants.All.Select(mutant =>
            {
                var result = Examined(mutant, clients, cases, environment.Interrupted);
                done();
                return result;
            }).ToImmutableArray());
        var listing = Table(results);
        listing.WriteTable(environment, "`--markdown FILE`");
        if (markdown is not null)
        {
            OutputFile.Write(environment.Resolve(markdown), markdown, Page(listing, reference, clients, cases));
        }

        environment.Console.Line(reference.Headline, ConsoleLines.ColorOf(reference.Verdict));
        var missed = results.Where(result => result.Found < Seeds || result.InSequences.Length > 0).ToList();
        foreach (var result in missed)
        {
            environment.Console.Line(
                $"{result.Mutant.Name} was found under {result.Mutant.RuleId} for {result.Found} of {Seeds} seeds"
                + $"{(result.InSequences.Length > 0 ? ", and by sequences" : "")}.",
                Color.Red);
        }

        environment.Console.Line(
            $"{results.Length - missed.Count} of {results.Length} mutants were found under their own rule for each of "
            + $"{Seeds} seeds, and by no sequence.",
            missed.Count == 0 ? Color.Green : Color.Red);
        return missed.Count > 0 ? ExitCode.Fail : ExitCodes.Of(reference.Verdict);
    }

    private static Examination Examined(Mutant mutant, int clients, int cases, CancellationToken interrupted)
    {
        var runs = Enumerable.Range(1, Seeds)
            .Select(seed => ConcurrentSuite.Run(
                mutant.Create, Options(clients, cases, (ulong)seed, mutant.RuleId), interrupted).Profiles.Single())
            .ToList();
        var found = runs.Where(run => run.Failures.Any(failure => failure.Rule == mutant.RuleId)).ToList();
        var sequences = ConformanceSuite.Run(
            mutant.Create,
            new SuiteOptions { Profiles = [SelfTestProfiles.HotEverything], Cases = SuiteOptions.DefaultCases },
            null,
            interrupted);
        return new(
            mutant,
            found.Count,
            found.Select(run => run.Cases).DefaultIfEmpty().Max(),
            [
                .. runs.SelectMany(run => run.Failures).Select(failure => failure.Rule)
                    .Where(rule => rule != mutant.RuleId).Distinct().Order(StringComparer.Ordinal),
            ],
            [
                .. sequences.Profiles.SelectMany(profile => profile.Rules)
                    .Where(rule => rule.Verdict is Verdict.Fail or Verdict.Error).Select(rule => rule.Rule),
            ]);
    }

    private static ConcurrentSuiteOptions Options(int clients, int cases, ulong seed, string? until) => new()
    {
        Profiles = [SelfTestProfiles.HotEverything],
        Clients = clients,
        Cases = cases,
        Seed = seed,
        Until = until,
        MostFailingCases = int.MaxValue,
        Shrink = false,
    };

    private static Listing Table(ImmutableArray<Examination> results) => new(
        ["Rule", "Mutant", "Seeds", "Cases", "Before under", "By sequences", "Description"],
        [
            .. results.Select(result => new[]
            {
                result.Mutant.RuleId,
                result.Mutant.Name,
                string.Create(CultureInfo.InvariantCulture, $"{result.Found} of {Seeds}"),
                result.Cases.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", result.Others.DefaultIfEmpty("–")),
                string.Join(", ", result.InSequences.DefaultIfEmpty("none")),
                result.Mutant.Description,
            }),
        ]);

    private static string Page(Listing listing, ConcurrentProfileResult reference, int clients, int cases)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteLine(
            $"""
            # Mutants for overlapping requests

            Each mutant is the reference server with one fault that only overlapping requests show. *Seeds*: for how
            many of {Seeds} seeds it was found under its own rule; *cases*: how many cases of ten rounds that took at
            most. *Before under*: which rules it broke before in some of these runs, since a unit that two partitions
            hold also shows as memory that is missing. *By sequences*: which rules `dhp run` finds broken in
            {SuiteOptions.DefaultCases} cases with one client.

            The reference: {reference.Headline}.

            Made with:

            ```
            dotnet run --project src/DhpConformance.Cli -- selftest --clients {clients} --cases {cases} \
                --markdown reports/concurrency-mutants.md
            ```

            """.ReplaceLineEndings("\n"));
        listing.WriteMarkdown(writer);
        return writer.ToString();
    }

    private sealed record Examination(
        Mutant Mutant,
        int Found,
        int Cases,
        ImmutableArray<string> Others,
        ImmutableArray<string> InSequences);
}
