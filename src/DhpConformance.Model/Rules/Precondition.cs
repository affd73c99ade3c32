using DhpConformance.Abstractions;

namespace DhpConformance.Model.Rules;

/// <summary>Says whether a situation puts a rule to the test.</summary>
public delegate bool Precondition(Situation situation);

/// <summary>The preconditions that the catalogue is made of.</summary>
internal static class When
{
    public static Precondition Always { get; } = _ => true;

    public static Precondition Granted(params OperationKind[] operations) =>
        s => operations.Contains(s.Operation) && s.Required == RequiredAnswer.Granted;

    public static Precondition Granted(OperationKind operation, UnitKind kind) =>
        s => s.Operation == operation && s.Kind == kind && s.Required == RequiredAnswer.Granted;

    public static Precondition Failed(params OperationKind[] operations) =>
        s => operations.Contains(s.Operation) && s.Required == RequiredAnswer.Failed;

    public static Precondition Refused { get; } = s => s.Required.IsRefusal;

    public static Precondition RefusedBecause(RefusalReason reason, params OperationKind[] operations) =>
        s => s.Required.OnlyReason == reason && (operations.Length == 0 || operations.Contains(s.Operation));

    /// <summary>A cell of the matrix: granted, or refused for no other reason than not supported.</summary>
    public static Precondition Decided(OperationKind operation, UnitKind kind) =>
        s => s.Operation == operation && s.Kind == kind
            && (s.Required == RequiredAnswer.Granted || s.Required.OnlyReason == RefusalReason.NotSupported);

    public static Precondition And(this Precondition left, Precondition right) => s => left(s) && right(s);

    public static Precondition Or(this Precondition left, Precondition right) => s => left(s) || right(s);

    public static Precondition Static { get; } = s => s.Static;

    public static Precondition Dynamic { get; } = s => !s.Static;

    public static Precondition NeighbourRuns { get; } = s => s.NeighbourRuns;
}
