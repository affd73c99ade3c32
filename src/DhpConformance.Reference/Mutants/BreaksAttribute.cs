namespace DhpConformance.Reference.Mutants;

/// <summary>Says which rule a faulty part breaks, and describes the fault in one sentence.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BreaksAttribute(string ruleId, string description) : Attribute
{
    public string RuleId { get; } = ruleId;

    public string Description { get; } = description;
}
