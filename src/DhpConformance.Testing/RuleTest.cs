using DhpConformance.Model.Rules;

namespace DhpConformance.Testing;

/// <summary>One test: a rule and a profile, both by name.</summary>
/// <param name="Rule">The id of the rule, or <see cref="NoRule"/>, or <see cref="NotTestable"/>.</param>
/// <param name="Profile">The name of the profile.</param>
public sealed record RuleTest(string Rule, string Profile)
{
    /// <summary>
    /// Stands for the implementation as such: it fails if the implementation broke, which says nothing about any rule.
    /// </summary>
    public const string NoRule = "ERROR";

    /// <summary>
    /// Stands for all rules that no server can be tested by in the profile: they are one test, which is skipped.
    /// </summary>
    public const string NotTestable = "NOT-TESTABLE";

    /// <summary>What it is called, the rule first, so that a filter finds it.</summary>
    public string DisplayName => Rule switch
    {
        NoRule => $"No {NoRule} in {Profile}",
        NotTestable => $"{NotTestable} in {Profile}",
        _ => $"{Rule} in {Profile}: {RuleCatalog.Find(Rule)?.Statement ?? "no such rule"}",
    };
}
