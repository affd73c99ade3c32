using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// Traits as a JSON object with a member for each that is declared. Left out, none is: who wrote an adapter or a claims
/// file before there were traits need not change it.
/// </summary>
internal static class TraitsJson
{
    /// <summary>The claims with these traits.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="json">The object; empty if it is left out.</param>
    /// <param name="problem">
    /// One sentence with the remedy if a trait is unknown, given twice, has a value out of its range, lacks a claim
    /// that it needs, or contradicts another; null if nothing is wrong.
    /// </param>
    public static Claims Read(Claims claims, ReadOnlySpan<byte> json, out string? problem)
    {
        problem = null;
        if (json.IsEmpty)
        {
            return claims;
        }

        try
        {
            var declared = claims.With(JsonSerializer.Deserialize(json, VocabularyJson.Default.Traits));
            problem = TraitRequirements.Problem(declared);
            return declared;
        }
        catch (Exception misfit) when (JsonMisfit.Is(misfit))
        {
            problem = misfit.Message.Split(" Path: ")[0];
            return claims;
        }
    }

    public static void Write(Utf8JsonWriter json, Traits traits) =>
        JsonSerializer.Serialize(json, traits, VocabularyJson.Default.Traits);
}
