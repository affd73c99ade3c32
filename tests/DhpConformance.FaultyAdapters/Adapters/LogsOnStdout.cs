namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Prints what it is doing where answers belong.</summary>
internal static class LogsOnStdout
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply") ? "applying an operation ...\n" + answer + "\n" : answer + "\n");
}
