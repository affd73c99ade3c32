using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.QemuTests;

/// <summary>Lines of the protocol.</summary>
internal static class Requests
{
    public static string Initialize { get; } =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"deadlineMs":10000,"protocolVersions":["1.0"]"""
        + ""","suite":{"name":"tests","version":"0"}}}""";

    public static string Reset(ServerSetup setup) =>
        """{"jsonrpc":"2.0","id":2,"method":"reset","params":{"deadlineMs":10000,"setup":"""
        + JsonSerializer.Serialize(setup, VocabularyJson.Default.ServerSetup) + "}}";

    public static string Start(PartitionId partition) =>
        """{"jsonrpc":"2.0","id":3,"method":"apply","params":{"deadlineMs":5000,"operation":"""
        + JsonSerializer.Serialize<Operation>(new StartPartition(partition), VocabularyJson.Default.Operation) + "}}";
}
