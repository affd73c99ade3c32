using DhpConformance.Engine.Campaigns;
using DhpConformance.Model.Rules;

namespace DhpConformance.Testing;

/// <summary>One test: a rule and a profile, both by name.</summary>
/// <param name="Rule">The id of the rule, or <see cref="NoRule"/>.</param>
/// <param name="Profile">The name of the profile.</param>
public sealed record RuleTest(string Rule, string Profile)
{
    /// <summary>
    /// Stands for the implementation as such: it fails if the implementation broke, which says nothing about any rule.
    /// </summary>
    public const string NoRule = "ERROR";

    /// <summary>What it is called, the rule first, so that a filter finds it.</summary>
    public string DisplayName => Rule == NoRule
        ? $"No {NoRule} in {Profile}"
        : $"{Rule} in {Profile}: {RuleCatalog.Find(Rule)?.Statement ?? "no such rule"}";

    /// <summary>A test for each rule and profile that is to be judged.</summary>
    public static IEnumerable<RuleTest> All(SuiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var rules = RuleCatalog.All.Select(rule => rule.Id)
            .Where(id => options.Rules.IsEmpty || options.Rules.Contains(id, StringComparer.OrdinalIgnoreCase))
            .Append(NoRule);
        return options.Profiles.SelectMany(profile => rules, (profile, rule) => new RuleTest(rule, profile.Name));
    }
}
