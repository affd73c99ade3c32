namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Speaks another version of the protocol.</summary>
internal static class WrongVersion
{
    public static void Run() => Relay.Run((request, answer) => request.Asks("initialize")
        ? """{"jsonrpc":"2.0","id":1,"error":{"code":2,"message":"too old","data":{"supported":["2.0"]}}}""" + "\n"
        : answer + "\n");
}
