using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>A partitionable server is exactly one of two kinds. Source: DHP-DYN-01.</summary>
[JsonConverter(typeof(KebabCaseConverter<Partitionability>))]
public enum Partitionability
{
    /// <summary>Units change hands only while the server is down. Sources: DHP-DYN-02, -03; decision G-12.</summary>
    Static,

    /// <summary>Units may change hands while the server runs. Source: DHP-DYN-05.</summary>
    Dynamic,
}
