using System.Collections.Immutable;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Settings;

/// <summary>Finds what <c>--rule</c> names: a rule, <c>REP-01</c>, or a family of them, <c>REP-*</c>.</summary>
internal sealed class RuleSource
{
    private const string Any = "-*";

    private readonly ImmutableArray<(string Id, string Group, string Since)> all;
    private readonly string listing;
    private readonly string kind;

    private RuleSource(IEnumerable<(string Id, string Group, string Since)> all, string listing, string kind) =>
        (this.all, this.listing, this.kind) = ([.. all], listing, kind);

    /// <summary>The rules of servers.</summary>
    public static RuleSource OfServers { get; } =
        new(RuleCatalog.All.Select(rule => (rule.Id, rule.Group, rule.Since)), "dhp rules", "");

    /// <summary>The rules of servers, and those for requests that overlap, which no option of a run names.</summary>
    public static RuleSource OfListings { get; } = new(
        OfServers.all.Concat(ConcurrencyRuleCatalog.All.Select(rule => (rule.Id, "LIN", ""))), "dhp rules", "");

    /// <summary>The duties of drivers and applications.</summary>
    public static RuleSource OfConsumers { get; } = new(
        ConsumerRuleCatalog.All.Select(rule => (rule.Id, rule.Group, rule.Since)),
        "dhp rules --role consumer",
        " for consumers");

    /// <summary>
    /// The ids of these rules as the catalogue spells them, each once and in the order in which they are named; none
    /// if nothing is named.
    /// </summary>
    /// <exception cref="BadInputException">One of them names no rule and no family.</exception>
    public ImmutableArray<string> Find(ImmutableArray<string> names) =>
        [.. names.SelectMany(name => SettingValues.Parts(name) is { Length: > 1 } parts ? parts : [name])
            .SelectMany(Named).Distinct()];

    /// <summary>The rules that a run judges, as its settings have it; empty for all.</summary>
    /// <exception cref="BadInputException">A rule, a family or the requirement set does not exist.</exception>
    public ImmutableArray<string> Judged(SettingValues settings)
    {
        var named = Find(settings.List(SettingTable.Rule));
        var set = settings.Text(SettingTable.Requirements);
        if (set.Length == 0)
        {
            return named;
        }

        if (!RequirementSets.All.Contains(set))
        {
            throw new BadInputException(
                $"There is no requirement set {set} (from {settings.Origin(SettingTable.Requirements)}); there is "
                + $"{string.Join(", ", RequirementSets.All)}." + Suggestion.For(set, RequirementSets.All));
        }

        var frozen = all.Where(rule => RequirementSets.Includes(set, rule.Since)).Select(rule => rule.Id).ToHashSet();
        ImmutableArray<string> judged = [.. named.IsEmpty ? all.Select(rule => rule.Id) : named];
        return judged.Where(frozen.Contains).ToImmutableArray() is { IsEmpty: false } left
            ? left.Length == all.Length ? [] : left
            : throw new BadInputException(
                $"The requirement set {set} has none of {string.Join(", ", named)}; leave out one of the two.");
    }

    private IEnumerable<string> Named(string name) => name.EndsWith(Any, StringComparison.Ordinal)
        ? Family(name[..^Any.Length])
        : [Rule(name)];

    private IEnumerable<string> Family(string group)
    {
        var found = all.Where(rule => rule.Group.Equals(group, StringComparison.OrdinalIgnoreCase)).ToList();
        var groups = all.Select(rule => rule.Group + Any).Distinct().ToList();
        return found.Count > 0
            ? found.Select(rule => rule.Id)
            : throw new BadInputException(
                $"There is no family of rules{kind} {group}{Any}; the families are {string.Join(", ", groups)}."
                + Suggestion.For(group + Any, groups));
    }

    private string Rule(string id) =>
        all.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Id
        ?? throw new BadInputException(
            ConcurrencyRuleCatalog.Find(id) is { } overlapping
                ? $"{overlapping.Id} is about overlapping requests; `dhp run --clients 3` judges all such rules."
                : $"There is no rule {id}{kind}; `{listing}` lists them all."
            + Suggestion.For(id, all.Select(rule => rule.Id).Concat(all.Select(rule => rule.Group + Any).Distinct())));
}
