namespace DhpConformance.Model.Rules;

/// <summary>The sizes that a step, a look or a case has reached.</summary>
public readonly record struct SizeGoalSet
{
    private readonly uint bits;

    private SizeGoalSet(uint bits) => this.bits = bits;

    /// <summary>None.</summary>
    public static SizeGoalSet None => default;

    /// <summary>Whether it is among them.</summary>
    public bool Contains(SizeGoal goal) => (bits & (1U << (int)goal)) != 0;

    /// <summary>These, and this one if the condition holds.</summary>
    public SizeGoalSet With(SizeGoal goal, bool condition = true) =>
        condition ? new(bits | (1U << (int)goal)) : this;

    /// <summary>These and those.</summary>
    public SizeGoalSet With(SizeGoalSet others) => new(bits | others.bits);
}
