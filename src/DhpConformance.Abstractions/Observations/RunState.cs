using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Whether the operating system of a partition runs.</summary>
[JsonConverter(typeof(KebabCaseConverter<RunState>))]
public enum RunState
{
    /// <summary>Shut down.</summary>
    Stopped,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Stopped by an error inside the partition.</summary>
    Crashed,
}
