namespace DhpConformance.Reference.Mutants;

/// <summary>Says which rule a faulty part breaks, and its story in one sentence.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BreaksAttribute(string ruleId, string story) : Attribute
{
    public string RuleId { get; } = ruleId;

    public string Description { get; } = story;
}
