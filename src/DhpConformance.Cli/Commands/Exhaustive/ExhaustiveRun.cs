using DhpConformance.Abstractions;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Narration;
using DhpConformance.Model.Rules;
using Spectre.Console;
using Profile = DhpConformance.Abstractions.Profile;

namespace DhpConformance.Cli.Commands.Exhaustive;

/// <summary>
/// <c>dhp run --exhaustive</c>: every request in every state of a small scope, and the guarantee that follows.
/// </summary>
internal sealed class ExhaustiveRun(Surroundings surroundings, RunRequest request, string scope)
{
    /// <summary>The built-in scopes, by name.</summary>
    public static IReadOnlyDictionary<string, Func<Profile, Partitionability, Scope>> Named { get; } =
        new Dictionary<string, Func<Profile, Partitionability, Scope>>(StringComparer.OrdinalIgnoreCase)
        {
            ["small"] = Scopes.Small,
            ["medium"] = Scopes.Medium,
            ["large"] = Scopes.Large,
        };

    public ExitCode Run()
    {
        if (!Named.TryGetValue(scope, out var make))
        {
            throw new BadInputException($"There is no scope \"{scope}\"; write {string.Join(" or ", Named.Keys)}.");
        }

        var code = ExitCode.Pass;
        foreach (var profile in request.Options.Profiles)
        {
            foreach (var kind in Enum.GetValues<Partitionability>())
            {
                var result = ExhaustiveCampaign.Run(
                    request.Implementation.Create,
                    make(profile, kind),
                    new ExhaustiveOptions { Threads = request.Options.Threads },
                    cancellation: surroundings.Interrupted);
                Show(profile, kind, result);
                code = result.Findings.Length > 0 ? ExitCode.Fail
                    : result.Visited < result.States && code == ExitCode.Pass ? ExitCode.Inconclusive
                    : code;
            }
        }

        return code;
    }

    private void Show(Profile profile, Partitionability kind, ExhaustiveResult result)
    {
        var color = result.Findings.Length > 0 ? Color.Red : Color.Green;
        surroundings.Console.Line($"{profile.Name}, {Words.Of(kind)} server: {result.Guarantee}", color);
        foreach (var finding in result.Findings)
        {
            Show(finding);
        }
    }

    private void Show(Finding finding)
    {
        var console = surroundings.Console;
        var violation = finding.Violation;
        console.Line($"  {violation.Rule ?? "ERROR"}  {RuleCatalog.Find(violation.Rule ?? "")?.Statement}");
        var operations = new OperationNarration(finding.Trial.Setup);
        foreach (var line in SetupNarration.Sentences(finding.Trial.Setup)
            .Concat(finding.Trial.Operations.Select((one, place) => $"{place + 1}. {operations.Sentence(one)}")))
        {
            console.Line($"    {line}");
        }

        console.Line($"    {violation.Subject}: expected {violation.Expected}, observed {violation.Observed}");
    }
}
