namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Answers all clients but one, who fares worse once others have asked, too.</summary>
internal static class FailsAClient
{
    private const string Client = "\"client\":1,";

    /// <summary>Never answers it.</summary>
    public static void Forget() => Relay.RunWithClients((request, answer) => IsOf(request) ? "" : answer + "\n");

    /// <summary>Ends instead of an answer to it.</summary>
    public static void End() => Relay.RunWithClients((request, answer) =>
    {
        if (IsOf(request))
        {
            Environment.Exit(3);
        }

        return answer + "\n";
    });

    /// <summary>Answers it twice.</summary>
    public static void Repeat() => Relay.RunWithClients((request, answer) =>
        IsOf(request) ? $"{answer}\n{answer}\n" : answer + "\n");

    private static bool IsOf(string request) => request.Contains(Client, StringComparison.Ordinal);
}
