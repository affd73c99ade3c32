using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Commands.Campaign;
using DhpConformance.Cli.Commands.Check;
using DhpConformance.Cli.Commands.Compare;
using DhpConformance.Cli.Commands.Explain;
using DhpConformance.Cli.Commands.Init;
using DhpConformance.Cli.Commands.Merge;
using DhpConformance.Cli.Commands.Mutants;
using DhpConformance.Cli.Commands.Profiles;
using DhpConformance.Cli.Commands.Record;
using DhpConformance.Cli.Commands.Replay;
using DhpConformance.Cli.Commands.Report;
using DhpConformance.Cli.Commands.Rules;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Commands.SelfTest;
using DhpConformance.Cli.Commands.Serve;
using DhpConformance.Cli.Commands.Smoke;
using DhpConformance.Cli.Commands.Specs;
using DhpConformance.Cli.Commands.Watch;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Engine;
using DhpConformance.Engine.Execution;
using DhpConformance.Hosting;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Cli;

/// <summary>
/// The command <c>dhp</c>. Whatever goes wrong becomes one sentence and an exit code, never a stack trace.
/// </summary>
internal static partial class Tool
{
    private const int LongestSentence = 6000;
    private const int LongestLine = 400;
    private const string Nothing = "Interrupted before there was anything to report.";

    /// <summary>Runs the command <c>dhp</c>.</summary>
    public static int Run(IReadOnlyList<string> arguments, ToolEnvironment environment) =>
        arguments is [CampaignCommand.Name, ..]
            ? Guarded(environment, () => environment.RunCampaign([.. arguments.Skip(1)]))
            : Run(arguments, environment, "dhp", () => Root(environment));

    /// <summary>Runs a command, and answers its exit code.</summary>
    /// <param name="arguments">What stands behind its name.</param>
    /// <param name="environment">Everything outside that it touches.</param>
    /// <param name="name">What the user calls it, for messages.</param>
    /// <param name="root">Makes the command.</param>
    internal static int Run(
        IReadOnlyList<string> arguments, ToolEnvironment environment, string name, Func<RootCommand> root) =>
        Guarded(environment, () => Parse(arguments, name, root()).Invoke(new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,

            // Ctrl+C is ours: the results so far are reported before the end.
            ProcessTerminationTimeout = null,
        }));

    private static int Guarded(ToolEnvironment environment, Func<int> run)
    {
        var code = CodeOf(environment, run);
        if (environment.Output is not GuardedOutput { Problem: { } problem })
        {
            return code;
        }

        environment.Error.WriteLine($"Standard output cannot be written, so that some of it is lost: {problem}.");
        return code == (int)ExitCode.Pass ? (int)ExitCode.BadInput : code;
    }

    private static int CodeOf(ToolEnvironment environment, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (BadInputException exception)
        {
            return End(environment, exception.Message, exception.Code);
        }
        catch (HostingException exception) when (exception.Kind == HostingFault.Interrupted)
        {
            return End(environment, Nothing, ExitCode.Inconclusive);
        }
        catch (HostingException exception) when (ReachingOptions.IsBadInput(exception.Kind))
        {
            // The message is complete; the exception of a constructor would add only a stack trace.
            return End(environment, exception.Message, ExitCode.BadInput);
        }
        catch (InvalidTraitsException exception)
        {
            return End(environment, exception.Message, ExitCode.BadInput);
        }
        catch (UnusableFileException exception)
        {
            return End(environment, exception.Message, ExitCode.BadInput);
        }
        catch (OperationCanceledException)
        {
            return End(environment, Nothing, ExitCode.Inconclusive);
        }
        catch (ServerFaultException exception)
        {
            // A run that never began has not failed.
            var broke = exception.Fault == ServerFault.CouldNotStart ? "" : "The implementation broke: ";
            return End(environment, broke + exception.Message, ExitCode.Error, exception.Evidence);
        }
        catch (ConsumerFaultException exception)
        {
            return End(environment, exception.Message, ExitCode.Error);
        }
        catch (Exception exception)
        {
            return End(environment,
                $"The suite broke: {exception.GetType().Name}: {exception.Message}", ExitCode.Error);
        }
    }

    private static RootCommand Root(ToolEnvironment environment) =>
        new("Judges partitionable servers by the rules of dynamic hardware partitioning.")
        {
            RunCommand.Make(environment),
            WatchCommand.Make(environment),
            ReplayCommand.Make(environment),
            CheckCommand.Make(environment),
            RulesCommand.Make(environment),
            ExplainCommand.Make(environment),
            MutantsCommand.Make(environment),
            VariantsCommand.Make(environment),
            ProfilesCommand.Make(environment),
            SelfTestCommand.Make(environment),
            ServeCommand.Make(environment),
            ReportCommand.Make(environment),
            CompareCommand.Make(environment),
            MergeCommand.Make(environment),
            RecordCommand.Make(environment),
            InitCommand.Make(environment),
            SmokeCommand.Make(environment),
            SpecsCommand.Make(environment),
            CampaignCommand.Make(),
        };

    private static ParseResult Parse(IReadOnlyList<string> arguments, string name, RootCommand root)
    {
        // A file name may begin with @ like any other; it is not a file of more arguments.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count == 0 || parsed.Action is HelpAction
            ? parsed
            : throw new BadInputException(
                parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0
                    ? $"There is no command {parsed.UnmatchedTokens[0]}; `{name} --help` shows what there is."
                        + Suggestion.For(parsed.UnmatchedTokens[0], root.Subcommands.Select(command => command.Name))
                    : $"{NumberType().Replace(parsed.Errors[0].Message, "a whole number").TrimEnd('.')}; "
                        + $"`{CommandOf(parsed, name)} --help` shows what there is.");
    }

    // The parser speaks to programmers.
    [GeneratedRegex("expected type 'System.U?Int(32|64)'")]
    private static partial Regex NumberType();

    private static string CommandOf(ParseResult parsed, string name) =>
        parsed.CommandResult.Command is RootCommand ? name : $"{name} {parsed.CommandResult.Command.Name}";

    private static int End(ToolEnvironment environment, string sentence, ExitCode code, string? evidence = null)
    {
        // It may quote a file or an implementation, which must not command the terminal.
        environment.Error.WriteLine(SafeText.Line(sentence.ReplaceLineEndings(" "), LongestSentence));
        foreach (var line in EvidenceText.Lines(evidence))
        {
            environment.Error.WriteLine($"  {SafeText.Line(line, LongestLine)}");
        }

        return (int)code;
    }
}
