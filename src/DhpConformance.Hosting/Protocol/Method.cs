using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>What can be asked of an adapter.</summary>
internal enum Method
{
    Initialize,
    Reset,
    Apply,
    Observe,
    Shutdown,
    Join,
}

internal static class MethodNames
{
    private static readonly JsonEncodedText[] Names =
        [.. Enum.GetNames<Method>().Select(name => JsonEncodedText.Encode(name.ToLowerInvariant()))];

    public static JsonEncodedText Name(this Method method) => Names[(int)method];

    /// <summary>Whether a server may be another than before if a request of this kind was not answered.</summary>
    public static bool ChangesServer(this Method method) => method is Method.Reset or Method.Apply;

    /// <summary>The method with this name, as a JSON string; null if there is none.</summary>
    public static Method? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            for (var i = 0; i < Names.Length; i++)
            {
                if (JsonName.Is(ref reader, Names[i]))
                {
                    return (Method)i;
                }
            }
        }

        return null;
    }
}
