using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Replay;

/// <summary>Says whether what a replay file is about can be.</summary>
internal static class ReplayHeaderCheck
{
    /// <summary>What is wrong, as a sentence; null if nothing is.</summary>
    public static string? Problem(ReplayHeader header) =>
        header.Format != ReplayHeader.CurrentFormat
            ? $"it does not say that it has format {ReplayHeader.CurrentFormat}; let `dhp run` write it again."
        : !HyphenatedName.Is(header.Profile.Name)
            ? $"its profile is called \"{header.Profile.Name}\"; write {HyphenatedName.Form}."
        : header.Profile.ProcessorLimit < 1 ? "the processor limit of its profile is less than 1."
        : header.Case < 0 ? $"it is of case {header.Case}; cases are counted from 0."
        : header.Rule is { } rule && RuleCatalog.Find(rule) is null
            ? $"it is about the rule {rule}, which there is not: use the version {header.Suite} of the "
                + "suite that wrote it."
        : null;
}
