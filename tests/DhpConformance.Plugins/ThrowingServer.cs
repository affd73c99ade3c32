namespace DhpConformance.Plugins;

/// <summary>Cannot be made: its constructor throws.</summary>
internal sealed class ThrowingServer : PlainServer
{
    public ThrowingServer() => throw new InvalidOperationException("The licence has expired.");
}
