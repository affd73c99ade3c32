namespace DhpConformance.Model.Rules;

/// <summary>What one step, or one look, put to the test.</summary>
public readonly record struct CoverageGoalSet
{
    private readonly ulong bits;

    private CoverageGoalSet(ulong bits) => this.bits = bits;

    /// <summary>Nothing.</summary>
    public static CoverageGoalSet None => default;

    /// <summary>Whether it is nothing.</summary>
    public bool IsEmpty => bits == 0;

    /// <summary>The first in order of declaration. There has to be one.</summary>
    public CoverageGoal First => (CoverageGoal)System.Numerics.BitOperations.TrailingZeroCount(bits);

    /// <summary>The others: whoever counts goes from set to set, which costs no memory.</summary>
    public CoverageGoalSet WithoutFirst => new(bits & (bits - 1));

    /// <summary>The coverage goals, in order of declaration.</summary>
    public IEnumerable<CoverageGoal> CoverageGoals
    {
        get
        {
            for (var rest = this; !rest.IsEmpty; rest = rest.WithoutFirst)
            {
                yield return rest.First;
            }
        }
    }

    /// <summary>Whether it is among them.</summary>
    public bool Contains(CoverageGoal goal) => (bits & (1UL << (int)goal)) != 0;

    /// <summary>These, and this one if the condition holds.</summary>
    public CoverageGoalSet With(CoverageGoal goal, bool condition = true) =>
        condition ? new(bits | (1UL << (int)goal)) : this;

    /// <summary>These and those.</summary>
    public CoverageGoalSet With(CoverageGoalSet others) => new(bits | others.bits);
}
