using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Consumers;

/// <summary>What a consumer says of itself, in words.</summary>
public static class DescriptionText
{
    /// <summary>Reads <c>a driver</c> or <c>an application</c>.</summary>
    /// <param name="description">The consumer.</param>
    public static string Role(ConsumerDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return description.Role == ConsumerRole.Driver ? "a driver" : "an application";
    }

    /// <summary>Reads like <c>device, interrupts</c>, or <c>none</c>.</summary>
    /// <param name="description">The consumer.</param>
    public static string Traits(ConsumerDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return string.Join(", ", description.Traits.Select(trait => Words.Of(trait)).DefaultIfEmpty("none"));
    }
}
