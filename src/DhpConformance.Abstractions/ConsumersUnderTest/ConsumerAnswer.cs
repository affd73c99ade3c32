using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>How a consumer under test answers an event.</summary>
/// <param name="Status">
/// The status that its routine returned, or that a processor callback left in the operation status: 0 and more is
/// success, less is an error, <see cref="Pending"/> says that it will come to an end later.
/// </param>
public sealed record ConsumerAnswer(int Status)
{
    /// <summary>The status of a request that is not finished yet.</summary>
    public const int Pending = 0x103;

    /// <summary>Success.</summary>
    public static ConsumerAnswer Success { get; } = new(0);

    /// <summary>Too little memory: the usual reason to refuse a processor.</summary>
    public static ConsumerAnswer InsufficientResources { get; } = new(unchecked((int)0xC000009A));

    /// <summary>Refused: the usual answer to a query that must not be granted.</summary>
    public static ConsumerAnswer Unsuccessful { get; } = new(unchecked((int)0xC0000001));

    /// <summary>What stopped it for good, such as an access violation; null if nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BugCheck { get; init; }

    /// <summary>Whether it wrote into the context of the event. Only a kit that shows it memory can tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ContextChanged { get; init; }

    /// <summary>Whether the status is a success.</summary>
    [JsonIgnore]
    public bool Succeeded => BugCheck is null && Status >= 0;
}
