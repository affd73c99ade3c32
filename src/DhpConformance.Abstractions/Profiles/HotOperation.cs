using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>What can be done to a unit of a running partition. Sources: DHP-DYN-06, -09..-11.</summary>
[JsonConverter(typeof(KebabCaseConverter<HotOperation>))]
public enum HotOperation
{
    /// <summary>Put a unit into a running partition.</summary>
    Add,

    /// <summary>Swap a unit of a running partition for an identical one already in the server.</summary>
    Replace,

    /// <summary>Take a unit out of a running partition.</summary>
    Remove,
}
