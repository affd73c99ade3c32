namespace DhpConformance.Abstractions;

/// <summary>The answer of the operating system to a call.</summary>
/// <param name="Status">0 for success, less for an error; what was asked for has then not happened.</param>
/// <param name="Value">What was asked for: a count, a mask, bytes, or a handle; 0 if there is nothing to say.</param>
public readonly record struct SystemAnswer(int Status, ulong Value)
{
    /// <summary>Whether it has happened.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Succeeded => Status >= 0;
}
