using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DhpConformance.Engine.Consumers;

/// <summary>A case of a consumer on file.</summary>
/// <param name="Role">Always <c>consumer</c>: the file of a server is another.</param>
/// <param name="Rule">The rule that it broke when it was written.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Steps">The steps between load and unload.</param>
public sealed record ConsumerReplay(
    string Role, string Rule, ConsumerMachine Machine, ImmutableArray<ConsumerStep> Steps)
{
    /// <summary>How the consumer was reached, as given to the tool; null in files of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Implementation { get; init; }
}
