using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Pictures;

/// <summary>What was told in a failing sequence, beside what the reference server tells in it.</summary>
/// <param name="Reference">Told by the reference server.</param>
/// <param name="Observed">Told by the implementation.</param>
public sealed record Telling(Diagram Reference, Diagram Observed)
{
    /// <summary>How much there is to draw.</summary>
    public int Shapes => (2 * Observed.Lines.Length) + Reference.Messages.Length + Observed.Messages.Length;

    /// <summary>Whether each partition and consumer hears the same, in the same order.</summary>
    public bool IsSame => !Reference.Messages.Concat(Observed.Messages).Any(message => message.IsAlone);

    /// <summary>
    /// Draws both on the same lines, so that the eye finds what is missing; null if nobody tells anything.
    /// </summary>
    public static Telling? Of(ImmutableArray<Notification> reference, ImmutableArray<Notification> observed)
    {
        if (reference.IsEmpty && observed.IsEmpty)
        {
            return null;
        }

        var (one, other) = (Diagram.Shown(reference), Diagram.Shown(observed));
        var shared = Shared(one, other);
        var lines = LifeLine.All([.. one, .. other]);
        return new(
            Diagram.Of(lines, reference, [.. shared.Select(pair => pair.One)]),
            Diagram.Of(lines, observed, [.. shared.Select(pair => pair.Other)]));
    }

    // Who hears what in which order is compared; when two of them hear something at once, either may be the first.
    private static ImmutableArray<(int One, int Other)> Shared(
        ImmutableArray<Notification> one, ImmutableArray<Notification> other) =>
    [
        .. from hearer in one.Select(Hearer).Distinct()
           from pair in LongestCommon(Places(one, hearer), Places(other, hearer), (i, j) => IsAlike(one[i], other[j]))
           select pair,
    ];

    private static (PartitionId Partition, ConsumerId? Consumer) Hearer(Notification told) =>
        (told.Partition, told.Consumer);

    private static int[] Places(ImmutableArray<Notification> told, (PartitionId, ConsumerId?) hearer) =>
        [.. Enumerable.Range(0, told.Length).Where(place => Hearer(told[place]) == hearer)];

    // When exactly, and under which number a processor is known, is for the implementation to choose.
    private static bool IsAlike(Notification one, Notification other) =>
        one.Kind == other.Kind && one.Unit == other.Unit && one.Request == other.Request
        && (one.Status == 0) == (other.Status == 0);

    private static IEnumerable<(int One, int Other)> LongestCommon(int[] one, int[] other, Func<int, int, bool> isAlike)
    {
        var longest = new int[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                longest[i, j] = isAlike(one[i], other[j])
                    ? longest[i + 1, j + 1] + 1
                    : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < one.Length && j < other.Length;)
        {
            if (isAlike(one[i], other[j]))
            {
                yield return (one[i++], other[j++]);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
