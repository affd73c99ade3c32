namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Answers an operation with JSON that breaks off.</summary>
internal static class Garbage
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply") ? answer[..^5] + "\n" : answer + "\n");
}
