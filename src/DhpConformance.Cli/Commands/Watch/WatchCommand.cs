using System.CommandLine;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Results;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Watch;

/// <summary><c>dhp watch</c>: runs again whenever what is judged changes, and says which verdicts changed.</summary>
internal static class WatchCommand
{
    private const string On = "--on";

    // What is shorter nobody notices; an editor, or a compiler, writes a file in several steps.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static Command Make(ToolEnvironment environment)
    {
        var on = new Option<string[]>(On)
        {
            HelpName = "FILE|DIR",
            Description = "Another file or folder to watch; may be given more than once.",
        };
        var command = new Command(
            "watch",
            "Repeats the run whenever the adapter, the assembly or a settings file changes, and prints which verdicts "
            + "changed. Takes the options of `dhp run`. Ctrl+C ends it, with the exit code of the latest run.")
        {
            on,
        };
        var settings = new SettingOptions(environment, SettingTable.All);
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            var values = settings.Read(parsed);
            var watched = WatchedFiles.Of(environment, values, parsed.GetValue(on) ?? []);
            string[] arguments = ["run", .. WithoutOn([.. parsed.Tokens.Skip(1).Select(token => token.Value)])];
            return Watch(environment, watched, arguments, values.Text(SettingTable.Out));
        });
        return command;
    }

    private static int Watch(ToolEnvironment environment, WatchedFiles watched, string[] arguments, string folder)
    {
        RunResults? before = null;
        while (true)
        {
            var code = environment.RunItself(arguments);
            if (environment.Interrupted.IsCancellationRequested)
            {
                return code;
            }

            var now = Results(environment, folder, before);
            if (before is not null && now is not null)
            {
                VerdictChanges.Write(environment.Console, before, now);
            }

            before = now ?? before;
            environment.Console.Line(
                $"Watching {string.Join(", ", watched.Names)}; Ctrl+C ends it.", Color.Blue);
            if (NextChange(environment, watched) is not { } changed)
            {
                return code;
            }

            environment.Console.Line("");
            environment.Console.Line($"Changed: {string.Join(", ", changed)}", Color.Blue);
        }
    }

    // Null after an interruption.
    private static IReadOnlyList<string>? NextChange(ToolEnvironment environment, WatchedFiles watched)
    {
        var changed = watched.Changed();
        while (changed.Count == 0)
        {
            if (environment.Interrupted.WaitHandle.WaitOne(Pause))
            {
                return null;
            }

            changed = watched.Changed();
        }

        while (!environment.Interrupted.WaitHandle.WaitOne(Pause) && watched.Changed() is { Count: > 0 } more)
        {
            changed = [.. changed.Union(more)];
        }

        return environment.Interrupted.IsCancellationRequested ? null : changed;
    }

    // A run that could not begin leaves the results of an earlier one.
    private static RunResults? Results(ToolEnvironment environment, string folder, RunResults? before)
    {
        var file = Path.Combine(folder, RunFiles.ResultsName);
        try
        {
            var now = File.Exists(environment.Resolve(file)) ? ResultsFile.Read(environment, file) : null;
            return now?.Times.Started == before?.Times.Started ? null : now;
        }
        catch (BadInputException)
        {
            return null;
        }
    }

    private static IEnumerable<string> WithoutOn(string[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == On)
            {
                i++;
            }
            else
            {
                yield return tokens[i];
            }
        }
    }
}
