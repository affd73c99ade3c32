namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Counts its answers, from 0.</summary>
internal static class WrongId
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply")
            ? answer.Replace("\"id\":3", "\"id\":2", StringComparison.Ordinal) + "\n"
            : answer + "\n");
}
