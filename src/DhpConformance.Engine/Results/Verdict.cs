using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Results;

/// <summary>What a run says of a rule.</summary>
[JsonConverter(typeof(KebabCaseConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Put to the test often enough, and never broken.</summary>
    Pass,

    /// <summary>Broken, with a minimal sequence that replays.</summary>
    Fail,

    /// <summary>Not put to the test often enough to say.</summary>
    Inconclusive,

    /// <summary>The implementation does not claim it; only that it refuses cleanly was looked at.</summary>
    NotClaimed,

    /// <summary>No black box can see it, or the run had nothing that would show it.</summary>
    NotTestable,

    /// <summary>The implementation or the way to it broke, which says nothing about the rule.</summary>
    Error,

    /// <summary>It is about what the operating system of the profile does not have.</summary>
    NotApplicable,
}
