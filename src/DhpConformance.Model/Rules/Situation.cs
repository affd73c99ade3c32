using DhpConformance.Abstractions;

namespace DhpConformance.Model.Rules;

/// <summary>
/// What one step put to the test: the operation, on which kind of unit, and which answer the rules require.
/// Situations are few and dense, so that a run counts them in an array.
/// </summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Kind">The kind of the unit it names; null if it names none, or an unknown one.</param>
/// <param name="Required">The answer that the rules require.</param>
/// <param name="Static">Whether the server is statically partitionable.</param>
/// <param name="NeighbourRuns">Whether another partition than the one concerned runs.</param>
/// <param name="Mixed">Whether operating systems of different profiles share the server.</param>
public readonly record struct Situation(
    OperationKind Operation,
    UnitKind? Kind,
    RequiredAnswer Required,
    bool Static,
    bool NeighbourRuns,
    bool Mixed)
{
    private const int Kinds = 4;
    private const int Flags = 8;

    /// <summary>How many situations there are.</summary>
    public static int Count { get; } = Enum.GetValues<OperationKind>().Length * Kinds * RequiredAnswer.Count * Flags;

    /// <summary>A number from 0 up to <see cref="Count"/>, different for each situation.</summary>
    public int Index =>
        (((((int)Operation * Kinds) + (Kind is { } kind ? (int)kind : Kinds - 1)) * RequiredAnswer.Count)
            + Required.Index) * Flags
        + (Mixed ? 4 : 0) + (Static ? 2 : 0) + (NeighbourRuns ? 1 : 0);

    /// <summary>The situation with this <see cref="Index"/>.</summary>
    public static Situation At(int index)
    {
        var flags = index % Flags;
        var required = index / Flags % RequiredAnswer.Count;
        var kind = index / Flags / RequiredAnswer.Count % Kinds;
        var operation = index / Flags / RequiredAnswer.Count / Kinds;
        return new(
            (OperationKind)operation,
            kind == Kinds - 1 ? null : (UnitKind)kind,
            RequiredAnswer.At(required),
            (flags & 2) != 0,
            (flags & 1) != 0,
            (flags & 4) != 0);
    }
}
