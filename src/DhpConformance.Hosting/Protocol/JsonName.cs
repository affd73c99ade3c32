using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Compares names, and words, of messages with those that are known.</summary>
internal static class JsonName
{
    /// <summary>
    /// Whether the reader stands at this name or word. One with half of a pair of surrogates is none that is known,
    /// where the reader would throw.
    /// </summary>
    public static bool Is(ref Utf8JsonReader reader, JsonEncodedText known)
    {
        try
        {
            return reader.ValueTextEquals(known.EncodedUtf8Bytes);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
