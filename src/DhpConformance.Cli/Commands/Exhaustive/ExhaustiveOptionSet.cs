using System.CommandLine;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Cli.Commands.Exhaustive;

/// <summary>The options of <c>dhp run --exhaustive</c>.</summary>
internal sealed class ExhaustiveOptionSet
{
    private readonly Option<bool> exhaustive = new("--exhaustive")
    {
        Description = "Make every request in every state of a small server instead of generating cases.",
    };

    private readonly Option<string> scope = new("--scope")
    {
        HelpName = "NAME|FILE",
        Description =
            $"That server: {string.Join(", ", BuiltInScopes.All.Select(one => one.Name))}, or a JSON file. "
            + $"[default: {BuiltInScopes.Small.Name}]",
    };

    private readonly Option<long> maxStates = new("--max-states")
    {
        HelpName = "N",
        Description = "Largest estimated number of states; a scope with more is refused before the run starts.",
        DefaultValueFactory = _ => ExhaustiveOptions.DefaultStateLimit,
    };

    private readonly Option<int> histories = new("--histories")
    {
        HelpName = "K",
        Description = "Most ways on which each state is reached; they differ in what the state does not tell.",
        DefaultValueFactory = _ => ExhaustiveOptions.DefaultHistories,
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Continue the interrupted run whose results are in --out.",
    };

    private Option[] Dependent => [scope, maxStates, histories, resume];

    public void AddTo(Command command)
    {
        command.Add(exhaustive);
        Array.ForEach(Dependent, command.Add);
    }

    /// <summary>What was asked for; null if not for this.</summary>
    public ExhaustiveRequest? Read(ParseResult parsed, ToolEnvironment environment)
    {
        if (!parsed.GetValue(exhaustive))
        {
            return Dependent.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } stray
                ? throw new BadInputException(
                    $"{stray.Name} makes sense with --exhaustive only; add it, or leave both.")
                : null;
        }

        var (most, ways) = (parsed.GetValue(maxStates), parsed.GetValue(histories));
        return new(
            ScopeSource.Find(parsed.GetValue(scope) ?? BuiltInScopes.Small.Name, environment),
            most >= 1 ? most : throw new BadInputException($"--max-states is {most}; give 1 or more."),
            ways >= 1 ? ways : throw new BadInputException($"--histories is {ways}; give 1 or more."),
            parsed.GetValue(resume));
    }
}

/// <summary>What <c>dhp run --exhaustive</c> is asked to do, beside what any run is.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="MaxStates">Most states that it may have.</param>
/// <param name="Histories">Most ways on which each state is reached.</param>
/// <param name="Resume">Whether an earlier run goes on.</param>
internal sealed record ExhaustiveRequest(ScopeDefinition Scope, long MaxStates, int Histories, bool Resume);
