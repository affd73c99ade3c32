namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Calls a good request invalid.</summary>
internal static class Disputes
{
    public static void Run() => Relay.Run((request, answer) =>
        request.Asks("apply")
            ? """{"jsonrpc":"2.0","id":3,"error":{"code":-32602,"message":"no such operation"}}""" + "\n"
            : answer + "\n");
}
