using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>A server with one flaw that shows in most cases.</summary>
/// <param name="server">The server around which it is.</param>
/// <param name="answer">The answer to an operation that has to be granted; null to leave it to the server.</param>
/// <param name="show">What is shown instead of what the server shows.</param>
internal sealed class FlawedServer(
    IPartitionableServer server,
    Func<Decision, Outcome?>? answer = null,
    Func<Observation, Observation>? show = null) : IPartitionableServer
{
    private ServerState state = null!;

    public ImplementationDescription Describe() => server.Describe();

    public void Reset(ServerSetup setup)
    {
        state = ServerState.Initial(new Inventory(setup, Describe().Claims));
        server.Reset(setup);
    }

    public Outcome Apply(Operation operation)
    {
        var decision = Transition.Decide(state, operation);
        if (!decision.IsRefusal && answer?.Invoke(decision) is { } flawed)
        {
            return flawed;
        }

        // A driver that vetoes a processor at its registration is turned away: the answer says it.
        var outcome = server.Apply(operation);
        state = decision.IsRefusal ? state : decision.After(outcome);
        return outcome;
    }

    public Observation Observe() => show is null ? server.Observe() : show(server.Observe());

    public void Dispose() => server.Dispose();

    /// <summary>Refuses every hot replace.</summary>
    public static FlawedServer RefusesReplaces(IPartitionableServer server) => new(
        server,
        decision => decision.Situation.Operation == OperationKind.HotReplace
            ? Outcome.Refused(RefusalReason.NotSupported)
            : null);

    /// <summary>Tells no driver of any arrival.</summary>
    public static FlawedServer TellsNoArrivals(IPartitionableServer server) => new(server, show: seen => seen with
    {
        Notifications =
        [
            .. seen.Notifications.Where(notice => notice.Kind != NotificationKind.InterfaceArrival),
        ],
    });

    /// <summary>Ends at every hot add of a processor.</summary>
    public static FlawedServer EndsAtAdds(IPartitionableServer server) => new(
        server,
        decision => decision.Situation is { Operation: OperationKind.HotAdd, Kind: UnitKind.Processor }
            ? throw new ServerFaultException(ServerFault.Ended, "ended by signal 6")
            : null);
}
