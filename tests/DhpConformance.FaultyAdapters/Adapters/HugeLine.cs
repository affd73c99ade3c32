namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Answers an operation with a line that does not end.</summary>
internal static class HugeLine
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply") ? answer + new string(' ', 2 << 20) : answer + "\n");
}
