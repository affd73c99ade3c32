using DhpConformance.Engine.Runs;
using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Shows how far a run is: a bar on a terminal, a line for each profile otherwise.</summary>
internal static class ProgressDisplay
{
    public static T While<T>(
        ToolEnvironment environment, ProgressStyle style, SuiteOptions options, Func<IProgress<SuiteProgress>?, T> run)
    {
        if (style != ProgressStyle.Auto)
        {
            return run(style == ProgressStyle.Json ? new ProgressJson(environment.Error) : null);
        }

        if (!environment.IsTerminal)
        {
            return run(new ProgressLines(environment.Output));
        }

        return environment.Console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("starting", maxValue: (double)options.CasesOfShard * options.Profiles.Length);
            return run(new ProgressBar(task, options));
        });
    }

    /// <summary>Shows how many states of a scope are visited; on a terminal only.</summary>
    public static T WhileExploring<T>(ToolEnvironment environment, Func<IProgress<SuiteProgress>?, T> run)
    {
        if (!environment.IsTerminal)
        {
            return run(null);
        }

        return environment.Console.Progress().AutoClear(true)
            .Start(context => run(new ScopeBar(context.AddTask("exploring"))));
    }

    /// <summary>Shows how many of a number of things are done: a bar on a terminal, some lines otherwise.</summary>
    public static T While<T>(ToolEnvironment environment, string things, int count, Func<Action, T> run)
    {
        if (!environment.IsTerminal)
        {
            var lines = new CountLines(environment.Output, things, count);
            return run(lines.CountOne);
        }

        return environment.Console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask(things, maxValue: count);
            return run(() => task.Increment(1));
        });
    }

    // How many states there are is known only when one is visited.
    private sealed class ScopeBar(ProgressTask task) : IProgress<SuiteProgress>
    {
        public void Report(SuiteProgress value)
        {
            task.Description = value.Failing == 0
                ? value.Profile
                : $"{value.Profile} [red]({value.Failing} failing)[/]";
            task.MaxValue = value.Cases;
            task.Value = value.Done;
        }
    }

    private sealed class ProgressBar(ProgressTask task, SuiteOptions options) : IProgress<SuiteProgress>
    {
        public void Report(SuiteProgress value)
        {
            var place = options.Profiles.TakeWhile(profile => profile.Name != value.Profile).Count();
            var shrinking = value.Findings == 0 ? "" : $", {value.Explained} of {value.Findings} made small";
            task.Description = value.Failing == 0
                ? value.Profile
                : $"{value.Profile} [red]({value.Failing} failing{shrinking})[/]";
            task.Value = ((double)place * options.CasesOfShard) + value.Done;
        }
    }
}
