namespace DhpConformance.Plugins;

/// <summary>Cannot be made: the suite has nothing to give to its constructor.</summary>
internal sealed class DemandingServer(string address) : PlainServer
{
    public string Address { get; } = address;
}
