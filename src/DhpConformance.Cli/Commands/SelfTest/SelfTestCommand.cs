using System.Collections.Immutable;
using System.CommandLine;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary><c>dhp selftest</c>: proves the suite by servers that are known to be right or wrong.</summary>
internal static class SelfTestCommand
{
    private const int DefaultCases = 200;

    public static Command Make(Surroundings surroundings)
    {
        var cases = new Option<int>("--cases")
        {
            HelpName = "N",
            Description = "Cases for each profile, 1 or more; a mutant that is not caught gets "
                + $"{MutantExamination.MoreCases} times as many, and then as many times more again.",
            DefaultValueFactory = _ => DefaultCases,
        };
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "S",
            Description = "Where all cases come from.",
            DefaultValueFactory = _ => 1,
        };
        var threads = new Option<int>("--threads")
        {
            HelpName = "N",
            Description = "How many mutants are examined at a time, 1 or more.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var markdown = new Option<string?>("--markdown")
        {
            HelpName = "FILE",
            Description = "Also writes the table to this file, as a page.",
        };
        var over = new Option<string?>("--over")
        {
            HelpName = string.Join("|", Wiring.All.Select(wiring => wiring.Name)),
            Description = "Also judges each of them over the protocol of adapters, where the same has to come out: "
                + "pipe, to a process of its own; or socket, to this process, which is faster.",
        };
        over.AcceptOnlyFromAmong([.. Wiring.All.Select(wiring => wiring.Name)]);
        var command = new Command(
            "selftest",
            "Proves the suite: the reference has to pass, and each mutant, a server with one fault, has to be caught "
            + "under the rule that it breaks and under no other. Takes no settings from elsewhere. "
            + "Exit codes: 0 it is so, 2 it is not, 20 the reference could not be judged.")
        {
            cases,
            seed,
            threads,
            markdown,
            over,
        };
        command.SetAction(parsed =>
        {
            var options = new SuiteOptions
            {
                Profiles = SelfTestProfiles.All,
                Cases = AtLeastOne(parsed.GetValue(cases), "--cases", ExitCode.NoCases),
                Seed = parsed.GetValue(seed),
            };
            var atATime = AtLeastOne(parsed.GetValue(threads), "--threads", ExitCode.BadInput);
            var wiring = Wiring.All.FirstOrDefault(one => one.Name == parsed.GetValue(over));
            return (int)Run(surroundings, options, atATime, parsed.GetValue(markdown), wiring);
        });
        return command;
    }

    private static ExitCode Run(
        Surroundings surroundings, SuiteOptions options, int threads, string? markdown, Wiring? wiring)
    {
        var reference = Reference(
            surroundings, options with { Cases = options.Cases * MutantExamination.MoreCases, Threads = threads });
        var results = ProgressDisplay.While(surroundings, "mutants", MutantCatalog.All.Length, done =>
            MutantExamination.ExamineAll(options, threads, done, surroundings.Interrupted));
        var listing = MutantTable.Of(results);
        var quality = ShrinkingQuality.Of(results);
        listing.WriteTable(surroundings.Console);
        if (markdown is not null)
        {
            OutputFile.Write(surroundings.Resolve(markdown), markdown, MutantPage.Of(listing, quality, options));
        }

        var complaints = results.Select(result => result.Complaint).OfType<string>().ToList();
        complaints.ForEach(complaint => surroundings.Console.Line(complaint, Color.Red));
        surroundings.Console.Line(
            $"{results.Length - complaints.Count} of {results.Length} mutants were caught under their own rule and no "
            + "other.",
            complaints.Count == 0 ? Color.Green : Color.Red);
        surroundings.Console.Line(quality);
        var differ = wiring is not null && Differs(wiring, surroundings, results, options, threads);
        return complaints.Count > 0 || differ ? ExitCode.Fail : ExitCodes.Of(reference);
    }

    private static bool Differs(
        Wiring wiring,
        Surroundings surroundings,
        ImmutableArray<MutantResult> results,
        SuiteOptions options,
        int threads)
    {
        var complaints = OverTheProtocol.Complaints(wiring, results, options, threads, surroundings.Interrupted);
        foreach (var complaint in complaints)
        {
            surroundings.Console.Line(complaint, Color.Red);
        }

        if (complaints.IsEmpty)
        {
            surroundings.Console.Line(
                $"The reference and {results.Length} mutants are judged the same over a {wiring.Name}.", Color.Green);
        }

        return !complaints.IsEmpty;
    }

    private static Verdict Reference(Surroundings surroundings, SuiteOptions options)
    {
        var results = ConformanceSuite.Run(
            () => new ReferenceServer(), options, cancellation: surroundings.Interrupted);
        foreach (var profile in results.Profiles)
        {
            surroundings.Console.Line($"reference: {profile.Headline}", ConsoleLines.ColorOf(profile.Verdict));
        }

        return results.Verdict;
    }

    private static int AtLeastOne(int number, string option, ExitCode otherwise) => number >= 1
        ? number
        : throw new BadInputException($"{option} is {number}; give 1 or more.", otherwise);
}
