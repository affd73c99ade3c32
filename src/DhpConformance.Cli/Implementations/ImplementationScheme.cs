using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Cli.Implementations;

/// <summary>One way to reach implementations: what stands before the colon says which.</summary>
/// <param name="Name">What stands before the colon.</param>
/// <param name="Form">How to write it, for messages.</param>
/// <param name="Find">
/// Finds the implementation that stands after the colon; throws <see cref="BadInputException"/> if there is none.
/// </param>
internal sealed record ImplementationScheme(
    string Name, string Form, Func<string, HostingOptions?, Func<IPartitionableServer>> Find)
{
    /// <summary>
    /// Whether it names servers that this tool brings along, and so runs nobody else's code: whoever sends a file with
    /// such a name in it gets nothing else run.
    /// </summary>
    public bool IsBuiltIn { get; init; }
}
