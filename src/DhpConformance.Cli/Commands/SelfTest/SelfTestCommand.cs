using System.Collections.Immutable;
using System.CommandLine;
using DhpConformance.Cli.Commands.Concurrency;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reference.Variants;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary><c>dhp selftest</c>: proves the suite by servers that are known to be right or wrong.</summary>
internal static class SelfTestCommand
{
    private const int DefaultCases = 200;

    private const int FewestForVerdict = DefaultCases * MutantExamination.MoreCases;

    public static Command Make(ToolEnvironment environment)
    {
        var rules = Rules();
        var cases = Cases();
        var seed = Seed();
        var threads = Threads();
        var markdown = Markdown();
        var over = Over();
        var role = Role.Option();
        var clients = Clients();
        var command = new Command(
            "selftest",
            "Tests the suite itself. The reference and every variant (a conforming server that differs from it) must "
            + "pass. Every mutant (a server with one fault) must be caught under the rule that it breaks and under no "
            + "other. Ignores environment variables and dhp.json. Exit codes: 0 all of this holds, 2 it does not, 20 "
            + "the reference could not be judged.")
        {
            rules,
            cases,
            seed,
            threads,
            markdown,
            over,
            role,
            clients,
        };
        command.SetAction(parsed => (int)Run(environment, new(
            parsed.GetRequiredValue(role),
            [.. parsed.GetValue(rules) ?? []],
            AtLeastOne(parsed.GetValue(cases), "--cases", ExitCode.NoCases),
            parsed.GetValue(seed),
            parsed.GetValue(threads),
            parsed.GetValue(markdown),
            ServerTransport.All.FirstOrDefault(one => one.Name == parsed.GetValue(over)),
            parsed.GetValue(clients))));
        return command;
    }

    private static ExitCode Run(ToolEnvironment environment, Choice choice)
    {
        if (choice.Role == Role.Consumer)
        {
            return ConsumerSelfTest.Run(
                environment,
                RuleSource.OfConsumers.Find(choice.Rules),
                choice.Cases * MutantExamination.MoreCases,
                choice.Seed);
        }

        var rules = RuleSource.OfServers.Find(choice.Rules);
        if (choice.Clients != 1)
        {
            return rules.IsEmpty
                ? ConcurrencySelfTest.Run(environment, Several(choice.Clients), choice.Cases, choice.Markdown)
                : throw new BadInputException(
                    "With --clients all rules for overlapping requests are tested; leave out the rules.");
        }

        var options = new SuiteOptions { Profiles = SelfTestProfiles.All, Cases = choice.Cases, Seed = choice.Seed };
        var threads = AtLeastOne(choice.Threads, "--threads", ExitCode.BadInput);
        return rules.IsEmpty ? Run(environment, options, threads, choice.Markdown, choice.Transport)
            : choice.Markdown is null ? RunSome(environment, MutantsOf(rules), options, threads, choice.Transport)
            : throw new BadInputException("--markdown is the page of all mutants; leave out the rules.");
    }

    private static Argument<string[]> Rules() => new("RULE")
    {
        Description = "Rules or families of them: REP-01, REP-*. Only the mutants that break these are tested, and no "
            + "variants. Without any, all are.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static Option<ulong> Seed() => new("--seed")
    {
        HelpName = "S",
        Description = "Seed of all cases.",
        DefaultValueFactory = _ => 1,
    };

    private static Option<int> Cases() => new("--cases")
    {
        HelpName = "N",
        Description = "Cases for each profile, 1 or more; a mutant that is not caught gets "
            + $"{MutantExamination.MoreCases} times as many, and then as many times more again. The reference and the "
            + $"variants get at least {FewestForVerdict}, because fewer do not decide every rule.",
        DefaultValueFactory = _ => DefaultCases,
    };

    private static Option<int> Threads() => new("--threads")
    {
        HelpName = "N",
        Description = "How many mutants are examined at a time, 1 or more.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static Option<int> Clients() => new("--clients")
    {
        HelpName = "N",
        Description = "With 2 to 4: the rules for overlapping requests and their mutants alone, for 20 seeds.",
        DefaultValueFactory = _ => 1,
    };

    private static int Several(int clients) =>
        clients is >= ConcurrentSuiteOptions.FewestClients and <= ConcurrentSuiteOptions.MostClients
            ? clients
            : throw new BadInputException($"--clients is {clients}; give 1, or 2 to 4.");

    private static Option<string?> Markdown() => new("--markdown")
    {
        HelpName = "FILE",
        Description = "Also writes the table to this file, as a page.",
    };

    private static Option<string?> Over()
    {
        var over = new Option<string?>("--over")
        {
            HelpName = string.Join("|", ServerTransport.All.Select(transport => transport.Name)),
            Description = "Repeats this over the adapter protocol and must give the same results: "
                + "pipe, to a process of its own; or socket, to this process, which is faster.",
        };
        over.AcceptOnlyFromAmong([.. ServerTransport.All.Select(transport => transport.Name)]);
        return over;
    }

    private static ImmutableArray<Mutant> MutantsOf(ImmutableArray<string> rules) =>
        MutantCatalog.All.Where(mutant => rules.Contains(mutant.RuleId)).ToImmutableArray() is { IsEmpty: false } some
            ? some
            : throw new BadInputException(
                $"No mutant breaks {string.Join(" or ", rules)}; `dhp mutants` lists them all.");

    private static ExitCode Run(
        ToolEnvironment environment, SuiteOptions options, int threads, string? markdown, ServerTransport? transport)
    {
        var more = options with
        {
            Cases = Math.Max(options.Cases * MutantExamination.MoreCases, FewestForVerdict),
            Threads = threads,
        };
        var reference = Reference(environment, more);
        var variants = Variants(environment, more);
        var results = Examine(environment, MutantCatalog.All, options, threads);
        if (markdown is not null)
        {
            var page = MutantPage.Of(
                MutantTable.Of(results), VariantTable.Of(variants), ShrinkingQuality.Of(results), options);
            OutputFile.Write(environment.Resolve(markdown), markdown, page);
        }

        var differ = transport is not null
            && Differs(transport, environment, VariantCatalog.All, results, options, threads);
        return HasProblem(results) || differ || variants.Any(variant => variant.Problem is not null)
            ? ExitCode.Fail
            : ExitCodes.Of(reference);
    }

    private static ExitCode RunSome(
        ToolEnvironment environment,
        ImmutableArray<Mutant> mutants,
        SuiteOptions options,
        int threads,
        ServerTransport? transport)
    {
        var results = Examine(environment, mutants, options, threads);
        var differ = transport is not null && Differs(transport, environment, [], results, options, threads);
        return HasProblem(results) || differ ? ExitCode.Fail : ExitCode.Pass;
    }

    private static bool HasProblem(ImmutableArray<MutantResult> results) =>
        results.Any(result => result.Problem is not null);

    private static ImmutableArray<MutantResult> Examine(
        ToolEnvironment environment, ImmutableArray<Mutant> mutants, SuiteOptions options, int threads)
    {
        var results = ProgressDisplay.While(environment, "mutants", mutants.Length, done =>
            MutantExamination.ExamineAll(mutants, options, threads, done, environment.Interrupted));
        MutantTable.Of(results).WriteTable(environment, "`--markdown FILE`");
        var problems = results.Select(result => result.Problem).OfType<string>().ToList();
        problems.ForEach(problem => environment.Console.Line(problem, Color.Red));
        environment.Console.Line(
            $"{results.Length - problems.Count} of {results.Length} mutants were caught under their own rule and no "
            + "other.",
            problems.Count == 0 ? Color.Green : Color.Red);
        environment.Console.Line(ShrinkingQuality.Of(results));
        return results;
    }

    private static ImmutableArray<VariantResult> Variants(ToolEnvironment environment, SuiteOptions options)
    {
        var results = ProgressDisplay.While(environment, "variants", VariantCatalog.All.Length, done =>
            VariantExamination.ExamineAll(options, done, environment.Interrupted));
        VariantTable.Of(results).WriteTable(environment, "`--markdown FILE`");
        var problems = results.Select(result => result.Problem).OfType<string>().ToList();
        problems.ForEach(problem => environment.Console.Line(problem, Color.Red));
        environment.Console.Line(
            $"{results.Length - problems.Count} of {results.Length} variants conform.",
            problems.Count == 0 ? Color.Green : Color.Red);
        return results;
    }

    private static bool Differs(
        ServerTransport transport,
        ToolEnvironment environment,
        ImmutableArray<Variant> variants,
        ImmutableArray<MutantResult> results,
        SuiteOptions options,
        int threads)
    {
        var problems = OverTheProtocol.Problems(
            transport, variants, results, options, threads, environment.Interrupted);
        foreach (var problem in problems)
        {
            environment.Console.Line(problem, Color.Red);
        }

        if (problems.IsEmpty)
        {
            environment.Console.Line(
                $"The reference, {variants.Length} variants and {results.Length} mutants "
                + $"are judged the same over a {transport.Name}.", Color.Green);
        }

        return !problems.IsEmpty;
    }

    private static Verdict Reference(ToolEnvironment environment, SuiteOptions options)
    {
        var results = ConformanceSuite.Run(
            () => new ReferenceServer(), options, cancellation: environment.Interrupted);
        foreach (var profile in results.Profiles)
        {
            environment.Console.Line($"reference: {profile.Headline}", ConsoleLines.ColorOf(profile.Verdict));
        }

        return results.Verdict;
    }

    private static int AtLeastOne(int number, string option, ExitCode otherwise) => number >= 1
        ? number
        : throw new BadInputException($"{option} is {number}; give 1 or more.", otherwise);

    private sealed record Choice(
        string Role,
        ImmutableArray<string> Rules,
        int Cases,
        ulong Seed,
        int Threads,
        string? Markdown,
        ServerTransport? Transport,
        int Clients);
}
