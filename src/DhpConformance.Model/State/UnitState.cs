namespace DhpConformance.Model.State;

/// <summary>What can change about a unit.</summary>
/// <param name="Owner">The place of the partition that holds it; <see cref="Free"/> for none.</param>
/// <param name="Power">Its power switch.</param>
/// <param name="FailingComponents">How many components will not start at the next attempt; see start failures.</param>
/// <param name="IsRetired">Whether it was replaced, and is out of use by a trait.</param>
public readonly record struct UnitState(
    short Owner, SwitchPosition Power, int FailingComponents, bool IsRetired = false)
{
    /// <summary>The owner of a unit that no partition holds.</summary>
    public const short Free = -1;

    /// <summary>Whether no partition holds it and it can be used.</summary>
    public bool IsFree => Owner == Free && !IsRetired;

    /// <summary>Whether a partition holds it.</summary>
    public bool IsHeld => Owner != Free;

    /// <summary>The same unit, mapped to this partition, switched on, its injected fault used up.</summary>
    public static UnitState HeldBy(int partition) => new((short)partition, SwitchPosition.On, 0);
}

/// <summary>What the model knows of a power switch.</summary>
public enum SwitchPosition : byte
{
    /// <summary>Switched on.</summary>
    On,

    /// <summary>Switched off.</summary>
    Off,

    /// <summary>
    /// Not prescribed: the implementation chooses, and is held to its choice from the first observation on.
    /// A unit that was just replaced is the only one of which the rules do not say it.
    /// </summary>
    Free,
}
