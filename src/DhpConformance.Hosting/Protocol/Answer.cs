using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Reads the results of requests. What is missing, unknown or contradictory in them is an error.</summary>
internal static class Answer
{
    private static readonly ObjectShape Nothing = new([]);
    private static readonly ObjectShape Resetting = new([], "session");

    /// <summary>The result of a request that has none to give: an empty object. Always true.</summary>
    public static bool Empty(ReadOnlySpan<byte> json)
    {
        Nothing.Read(json, []);
        return true;
    }

    /// <summary>The session that further connections may join after a reset; empty if there is none.</summary>
    public static string Session(ReadOnlySpan<byte> json)
    {
        Span<Range> parts = stackalloc Range[1];
        Resetting.Read(json, parts);
        return json[parts[0]] is { IsEmpty: false } session ? JsonValue.Text(session, "session") : "";
    }

    public static Outcome Outcome(ReadOnlySpan<byte> json)
    {
        var outcome = JsonValue.Vocabulary(json, VocabularyJson.Default.Outcome);
        if (outcome.Refusal is not null != (outcome.Kind == OutcomeKind.Refused))
        {
            throw new ProtocolException("a \"refusal\" goes with the outcome \"refused\", and only with that");
        }

        return outcome.Failure is not null == (outcome.Kind == OutcomeKind.Failed)
            ? outcome
            : throw new ProtocolException("a \"failure\" goes with the outcome \"failed\", and only with that");
    }

    public static Observation Observation(ReadOnlySpan<byte> json)
    {
        var observation = JsonValue.Vocabulary(json, VocabularyJson.Default.Observation);

        // The serializer takes null for an element of a list, and the first who looks at it would throw.
        foreach (var partition in observation.Partitions)
        {
            if (partition is null || partition.Applications.Contains(null!))
            {
                throw new ProtocolException("a partition, or an application of one, is null");
            }
        }

        return observation.Notifications.Contains(null!)
            ? throw new ProtocolException("a notification is null")
            : observation;
    }
}
