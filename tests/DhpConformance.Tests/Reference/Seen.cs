using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Reference;

/// <summary>Everything a black box can see of a server, as text that can be compared.</summary>
internal static class Seen
{
    public static string At(IPartitionableServer server) =>
        JsonSerializer.Serialize(server.Observe(), VocabularyJson.Default.Observation);
}
