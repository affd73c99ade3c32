namespace DhpConformance.Tests.Properties;

/// <summary>
/// A class of properties that are written against an abstraction of their subject: made without arguments it is about
/// the real one, and its controls are about mutated ones.
/// </summary>
public interface IControlled
{
    /// <summary>One mutated subject for each property at least.</summary>
    static abstract IEnumerable<Control> Controls { get; }
}
