using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>What kind of software is under test.</summary>
[JsonConverter(typeof(KebabCaseConverter<ConsumerRole>))]
public enum ConsumerRole
{
    /// <summary>Runs in the kernel: it may veto a processor, and has devices.</summary>
    Driver,

    /// <summary>Runs in a process: it learns of changes by window messages, afterwards.</summary>
    Application,
}
