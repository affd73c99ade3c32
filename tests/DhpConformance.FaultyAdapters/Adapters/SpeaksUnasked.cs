namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Tells of an event by itself.</summary>
internal static class SpeaksUnasked
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply")
            ? """{"jsonrpc":"2.0","method":"event","params":{}}""" + "\n" + answer + "\n"
            : answer + "\n");
}
