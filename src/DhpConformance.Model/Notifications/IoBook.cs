using System.Collections.Immutable;

namespace DhpConformance.Model.Notifications;

/// <summary>The I/O requests of one driver.</summary>
/// <param name="Submitted">How many there were so far; they are numbered from 1.</param>
/// <param name="Completed">The highest number that has completed.</param>
/// <param name="Skipped">Lower ones that have not: lost, or late. Only the end tells.</param>
internal sealed record IoBook(int Submitted, int Completed, ImmutableArray<int> Skipped)
{
    /// <summary>None yet.</summary>
    public static IoBook Empty { get; } = new(0, 0, []);

    /// <summary>The lowest number that has not completed; null if all have.</summary>
    public int? FirstOpen => !Skipped.IsEmpty ? Skipped[0] : Completed < Submitted ? Completed + 1 : null;

    /// <summary>Whether this request can complete now.</summary>
    public bool IsOpen(int request) => request > Completed ? request <= Submitted : Skipped.Contains(request);

    /// <summary>With this request completed.</summary>
    public IoBook Complete(int request) => request <= Completed
        ? this with { Skipped = Skipped.Remove(request) }
        : this with
        {
            Completed = request,
            Skipped = [.. Skipped, .. Enumerable.Range(Completed + 1, request - Completed - 1)],
        };
}
