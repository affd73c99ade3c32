using System.Collections.Immutable;

namespace DhpConformance.Model.State;

/// <summary>
/// Tells whether consumers and their notifications are the same. If accepted operations end in two orders, their
/// notifications differ until the next observation, and rarely after it.
/// </summary>
internal static class ConsumerEquality
{
    /// <summary>Whether there is no difference between two states of the consumers.</summary>
    public static bool AreEqual(ConsumerState? x, ConsumerState? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return ReferenceEquals(x, y);
        }

        return AreEqual(x.Registrations, y.Registrations, AreEqual)
            && x == y with { Registrations = x.Registrations };
    }

    /// <summary>Whether two arrays have the same elements; a missing one differs from an empty one.</summary>
    public static bool AreEqual<T>(ImmutableArray<T> x, ImmutableArray<T> y) =>
        AreEqual(x, y, EqualityComparer<T>.Default.Equals);

    /// <summary>Whether two arrays have the same elements, by this comparison.</summary>
    public static bool AreEqual<T>(ImmutableArray<T> x, ImmutableArray<T> y, Func<T, T, bool> areEqual)
    {
        if (x.IsDefault || y.IsDefault || x == y)
        {
            return x == y;
        }

        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            if (!areEqual(x[i], y[i]))
            {
                return false;
            }
        }

        return x.Length == y.Length;
    }

    /// <summary>Whether there is no difference between two registrations.</summary>
    public static bool AreEqual(Registration x, Registration y) =>
        ReferenceEquals(x, y)
        || (AreEqual(x.MasksAtRegistration, y.MasksAtRegistration)
            && AreEqual(x.Affinity, y.Affinity)
            && x == y with { MasksAtRegistration = x.MasksAtRegistration, Affinity = x.Affinity });
}
