namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Leaves out a claim in its handshake.</summary>
internal static class LeavesAClaimUnset
{
    public static void Run() => Relay.Run((_, answer) =>
        answer.Replace("\"unit-power\":true,", "", StringComparison.Ordinal) + "\n");
}
