namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Answers an operation with an outcome that there is not.</summary>
internal static class InvalidMessage
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply") ? answer.Replace("completed", "done", StringComparison.Ordinal) + "\n" : answer + "\n");
}
