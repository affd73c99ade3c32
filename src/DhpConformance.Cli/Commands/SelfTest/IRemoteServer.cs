namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>A server that is reached over the protocol of adapters, until it is disposed of.</summary>
internal interface IRemoteServer : IDisposable
{
    /// <summary>What <c>--implementation</c> takes to reach it.</summary>
    string Address { get; }
}
