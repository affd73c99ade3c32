using DhpConformance.Engine.Campaigns;
using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Shows how far a run is: a bar on a terminal, a line for each profile otherwise.</summary>
internal static class ProgressDisplay
{
    public static T While<T>(Surroundings surroundings, SuiteOptions options, Func<IProgress<SuiteProgress>, T> run)
    {
        if (!surroundings.IsTerminal)
        {
            return run(new ProgressLines(surroundings.Output));
        }

        return surroundings.Console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("starting", maxValue: (double)options.CasesOfShard * options.Profiles.Length);
            return run(new ProgressBar(task, options));
        });
    }

    /// <summary>Shows how many states of a scope are visited; on a terminal only.</summary>
    public static T WhileExploring<T>(Surroundings surroundings, Func<IProgress<SuiteProgress>?, T> run)
    {
        if (!surroundings.IsTerminal)
        {
            return run(null);
        }

        return surroundings.Console.Progress().AutoClear(true)
            .Start(context => run(new ScopeBar(context.AddTask("exploring"))));
    }

    /// <summary>Shows how many of a number of things are done: a bar on a terminal, some lines otherwise.</summary>
    public static T While<T>(Surroundings surroundings, string things, int count, Func<Action, T> run)
    {
        if (!surroundings.IsTerminal)
        {
            var lines = new CountLines(surroundings.Output, things, count);
            return run(lines.CountOne);
        }

        return surroundings.Console.Progress().AutoClear(true).Start(context =>
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
