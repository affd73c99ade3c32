using System.Collections.Immutable;
using System.CommandLine;
using DhpConformance.Cli.Commands.Concurrency;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Output;
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

    public static Command Make(ToolEnvironment environment)
    {
        var cases = Cases();
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "S",
            Description = "Seed of all cases.",
            DefaultValueFactory = _ => 1,
        };
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
            cases,
            seed,
            threads,
            markdown,
            over,
            role,
            clients,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(role) == Role.Consumer)
            {
                return (int)ConsumerSelfTest.Run(
                    environment,
                    AtLeastOne(parsed.GetValue(cases), "--cases", ExitCode.NoCases) * MutantExamination.MoreCases,
                    parsed.GetValue(seed));
            }

            if (parsed.GetValue(clients) is not 1 and var several)
            {
                return (int)ConcurrencySelfTest.Run(
                    environment,
                    Several(several),
                    AtLeastOne(parsed.GetValue(cases), "--cases", ExitCode.NoCases),
                    parsed.GetValue(markdown));
            }

            var options = new SuiteOptions
            {
                Profiles = SelfTestProfiles.All,
                Cases = AtLeastOne(parsed.GetValue(cases), "--cases", ExitCode.NoCases),
                Seed = parsed.GetValue(seed),
            };
            var atATime = AtLeastOne(parsed.GetValue(threads), "--threads", ExitCode.BadInput);
            var transport = ServerTransport.All.FirstOrDefault(one => one.Name == parsed.GetValue(over));
            return (int)Run(environment, options, atATime, parsed.GetValue(markdown), transport);
        });
        return command;
    }

    private static Option<int> Cases() => new("--cases")
    {
        HelpName = "N",
        Description = "Cases for each profile, 1 or more; a mutant that is not caught gets "
            + $"{MutantExamination.MoreCases} times as many, and then as many times more again.",
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

    private static ExitCode Run(
        ToolEnvironment environment, SuiteOptions options, int threads, string? markdown, ServerTransport? transport)
    {
        var reference = Reference(
            environment, options with { Cases = options.Cases * MutantExamination.MoreCases, Threads = threads });
        var variants = Variants(
            environment, options with { Cases = options.Cases * MutantExamination.MoreCases, Threads = threads });
        var results = ProgressDisplay.While(environment, "mutants", MutantCatalog.All.Length, done =>
            MutantExamination.ExamineAll(options, threads, done, environment.Interrupted));
        var listing = MutantTable.Of(results);
        var quality = ShrinkingQuality.Of(results);
        listing.WriteTable(environment, "`--markdown FILE`");
        if (markdown is not null)
        {
            OutputFile.Write(
                environment.Resolve(markdown),
                markdown,
                MutantPage.Of(listing, VariantTable.Of(variants), quality, options));
        }

        var problems = results.Select(result => result.Problem).OfType<string>().ToList();
        problems.ForEach(problem => environment.Console.Line(problem, Color.Red));
        environment.Console.Line(
            $"{results.Length - problems.Count} of {results.Length} mutants were caught under their own rule and no "
            + "other.",
            problems.Count == 0 ? Color.Green : Color.Red);
        environment.Console.Line(quality);
        var differ = transport is not null && Differs(transport, environment, results, options, threads);
        return problems.Count > 0 || differ || variants.Any(variant => variant.Problem is not null)
            ? ExitCode.Fail
            : ExitCodes.Of(reference);
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
        ImmutableArray<MutantResult> results,
        SuiteOptions options,
        int threads)
    {
        var problems = OverTheProtocol.Problems(
            transport, VariantCatalog.All, results, options, threads, environment.Interrupted);
        foreach (var problem in problems)
        {
            environment.Console.Line(problem, Color.Red);
        }

        if (problems.IsEmpty)
        {
            environment.Console.Line(
                $"The reference, {VariantCatalog.All.Length} variants and {results.Length} mutants "
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
}
