using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>
/// Says of broken rules which of them do not bind. A broken rule is one that binds, unless it is said.
/// </summary>
public static class LevelMark
{
    /// <summary>Reads like <c> (may)</c>; empty for a rule that binds, and for one that is not known.</summary>
    public static string Of(string? rule) =>
        LevelOf(rule) is var level && level == Level.Must ? "" : $" ({Words.Of(level)})";

    /// <summary>Reads like <c> (2 must, 1 may)</c>; empty if all of them bind.</summary>
    public static string OfAll(IEnumerable<string> rules)
    {
        var levels = rules.CountBy(LevelOf).OrderBy(level => level.Key).ToList();
        return levels.All(level => level.Key == Level.Must)
            ? ""
            : $" ({string.Join(", ", levels.Select(level => $"{level.Value} {Words.Of(level.Key)}"))})";
    }

    /// <summary>How firmly a rule binds; firmly, for one that this version does not know.</summary>
    public static Level LevelOf(string? rule) => RuleCatalog.Find(rule ?? "")?.Level ?? Level.Must;
}
