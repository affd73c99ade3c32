using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Replay;

/// <summary>Stands before a server and writes down what it is asked and what it answers.</summary>
internal sealed class RecordingServer(IPartitionableServer server) : IPartitionableServer
{
    private readonly ImmutableArray<Exchange>.Builder exchanges = ImmutableArray.CreateBuilder<Exchange>();

    /// <summary>Everything since the latest reset.</summary>
    public ImmutableArray<Exchange> Exchanges => exchanges.ToImmutable();

    public ImplementationDescription Describe() => server.Describe();

    public void Reset(ServerSetup setup)
    {
        exchanges.Clear();
        var exchange = new ResetExchange(new(setup));
        Ask(() => server.Reset(setup), exchange);
        exchanges.Add(exchange);
    }

    public Outcome Apply(Operation operation)
    {
        var outcome = default(Outcome);
        var exchange = new ApplyExchange(new(operation));
        Ask(() => outcome = server.Apply(operation), exchange);
        exchanges.Add(exchange with { Result = outcome });
        return outcome;
    }

    public Observation Observe()
    {
        Observation? observation = null;
        var exchange = new ObserveExchange();
        Ask(() => observation = server.Observe(), exchange);
        exchanges.Add(exchange with { Result = observation });
        return observation!;
    }

    public void Dispose() => server.Dispose();

    private void Ask(Action request, Exchange exchange)
    {
        try
        {
            request();
        }
        catch (Exception exception)
        {
            exchanges.Add(exchange with { Error = new(exception.Message) });
            throw;
        }
    }
}
