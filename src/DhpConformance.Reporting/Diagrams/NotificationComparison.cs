using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>The notifications in a failing sequence, beside those of the reference server.</summary>
/// <param name="Reference">The notifications of the reference server.</param>
/// <param name="Observed">The notifications of the implementation.</param>
public sealed record NotificationComparison(Diagram Reference, Diagram Observed)
{
    /// <summary>How much there is to draw.</summary>
    public int Shapes => (2 * Observed.Lines.Length) + Reference.Messages.Length + Observed.Messages.Length;

    /// <summary>Whether each partition and consumer receives the same notifications in the same order.</summary>
    public bool IsSame => !Reference.Messages.Concat(Observed.Messages).Any(message => message.IsAlone);

    /// <summary>
    /// Draws both with the same life lines, so that gaps show; null if there are no notifications.
    /// </summary>
    public static NotificationComparison? Of(
        ImmutableArray<Notification> reference, ImmutableArray<Notification> observed)
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

    // Compares the order for each receiver. The order between receivers is free.
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
