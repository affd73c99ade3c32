using System.Collections.Immutable;

namespace DhpConformance.Tests.Properties;

/// <summary>How what is drawn is made smaller.</summary>
internal static class Smaller
{
    /// <summary>Each half of a list, and the list without one of its elements.</summary>
    public static IEnumerable<ImmutableArray<T>> Lists<T>(ImmutableArray<T> list)
    {
        if (list.Length > 2)
        {
            yield return list[..(list.Length / 2)];
            yield return list[(list.Length / 2)..];
        }

        for (var place = 0; place < list.Length; place++)
        {
            yield return list.RemoveAt(place);
        }
    }
}
