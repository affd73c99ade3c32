using DhpConformance.Abstractions;

namespace DhpConformance.Model.Rules;

/// <summary>The answer that the rules require of a step: granted, failed, or refused for a single reason.</summary>
public readonly record struct RequiredAnswer
{
    private static readonly int Reasons = Enum.GetValues<RefusalReason>().Length;

    private RequiredAnswer(int index) => Index = index;

    /// <summary>How many different answers there are.</summary>
    public static int Count { get; } = 5 + Enum.GetValues<RefusalReason>().Length;

    /// <summary>It has to be carried out.</summary>
    public static RequiredAnswer Granted => new(0);

    /// <summary>It has to be carried out for some components, and the others parked.</summary>
    public static RequiredAnswer PartlyGranted => new(1);

    /// <summary>It has to fail, and to be undone.</summary>
    public static RequiredAnswer Failed => new(2);

    /// <summary>It may be carried out or fail: the documents leave it open. Decisions G-14, G-76.</summary>
    public static RequiredAnswer GrantedOrFailed => new(3);

    /// <summary>It has to be refused, and more than one reason applies.</summary>
    public static RequiredAnswer RefusedForSeveralReasons => new(4);

    /// <summary>It has to be refused, and this is the only reason that applies.</summary>
    public static RequiredAnswer RefusedBecause(RefusalReason reason) => new(5 + (int)reason);

    /// <summary>A number from 0 up to <see cref="Count"/>.</summary>
    public int Index { get; }

    /// <summary>The single reason of a refusal; null otherwise.</summary>
    public RefusalReason? OnlyReason => Index >= 5 ? (RefusalReason)(Index - 5) : null;

    /// <summary>Whether it has to be refused.</summary>
    public bool IsRefusal => Index >= 4;

    /// <summary>The answer with this <see cref="Index"/>.</summary>
    public static RequiredAnswer At(int index) =>
        index >= 0 && index < 5 + Reasons ? new(index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Reads like <c>refused (in use)</c>.</summary>
    public override string ToString() => Index switch
    {
        0 => "granted",
        1 => "partly granted",
        2 => "failed",
        3 => "granted or failed",
        4 => "refused (several reasons)",
        _ => $"refused ({Words.Of((RefusalReason)(Index - 5))})",
    };
}
