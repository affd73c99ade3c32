using DhpConformance.Cli.Commands.Exhaustive;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>
/// <c>dhp run --exhaustive</c>: every request in every state of a small scope, and the guarantee that follows.
/// </summary>
internal sealed class ExhaustiveRun(ToolEnvironment environment, RunRequest request, ExhaustiveRequest asked)
{
    /// <summary>Goes through the scope.</summary>
    public RunResults Run()
    {
        var options = new ExhaustiveSuiteOptions
        {
            Scope = asked.Scope,
            Profiles = request.Options.Profiles,
            Source = request.Options.Source,
            Notes = request.Options.Notes,
            KnownFailures = request.Options.KnownFailures,
            Rules = request.Options.Rules,
            Threads = request.Options.Threads,
            Histories = asked.Histories,
            StateLimit = asked.MaxStates,
            Shard = request.Options.Shard,
            Earlier = asked.Resume ? Earlier() : null,
        };
        try
        {
            var results = ProgressDisplay.WhileExploring(environment, progress => ExhaustiveSuite.Run(
                request.Implementation.Create, options, progress, environment.Interrupted));
            var scopes = results.Profiles.SelectMany(profile => profile.Scopes ?? []);
            return results.Footer.Complete && scopes.All(scope => scope.Share == 0)
                ? throw new BadInputException(
                    $"Shard {options.Shard} of scope {options.Scope.Name} has none of its states; make fewer shards.",
                    ExitCode.NoCases)
                : results;
        }
        catch (UnusableScopeException exception)
        {
            var how = exception.IsTooLarge ? " with --max-states" : "";
            throw new BadInputException($"{exception.Message.TrimEnd('.')}{how}.", cause: exception);
        }
    }

    private RunResults Earlier() =>
        ResultsFile.Read(environment, Path.Combine(request.Out, RunFiles.ResultsName));
}
