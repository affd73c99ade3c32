using DhpConformance.Engine.Scopes;

namespace DhpConformance.Tests.Engine.Scopes;

/// <summary>A scope with few states: for tests of how scopes are gone through, not of what is in them.</summary>
internal static class TinyScope
{
    public const string Json =
        """
        {
          "name": "tiny",
          "servers": [ "dynamic", "static" ],
          "partitions": [ { "processorLimit": 4, "memoryLimit": 8589934592 } ],
          "units": [
            { "kind": "processor", "type": "cpu-a", "capacity": 1, "partition": 0 },
            { "kind": "processor", "type": "cpu-a", "capacity": 1, "partition": null },
            { "kind": "memory-module", "type": "dimm-a", "capacity": 1073741824, "partition": 0 },
            { "kind": "memory-module", "type": "dimm-a", "capacity": 2147483648, "partition": null }
          ],
          "requests": [
            "power-off-server", "power-on-server", "start-partition", "stop-partition", "assign-unit", "release-unit",
            "hot-add", "hot-replace"
          ]
        }
        """;

    public static ScopeDefinition Definition { get; } = ScopeFile.Parse(Json);
}
