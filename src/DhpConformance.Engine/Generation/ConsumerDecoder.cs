using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Turns choices into requests about consumers: mostly of those that are there, now and then of others.
/// </summary>
internal static class ConsumerDecoder
{
    // Few, so that ids come back: registered twice, registered again after they were deregistered.
    private const int Consumers = 8;

    public static RegisterDriver Driver(ServerState state, int partition, PartitionId named, ref Draw draw) =>
        new(named, Unregistered(state, ref draw), ScriptGenerator.Driver(
            state.Inventory.Claims, state.Inventory.Profile(partition), ref draw));

    public static RegisterApplication Application(ServerState state, PartitionId named, ref Draw draw) =>
        new(named, Unregistered(state, ref draw), ScriptGenerator.Application(ref draw));

    public static Deregister Deregister(ServerState state, ref Draw draw) =>
        new(Registered(state, _ => true, ref draw));

    public static SubmitIo SubmitIo(ServerState state, ref Draw draw) => new(
        Registered(state, consumer => consumer.Device is not null, ref draw),
        draw.Chance(97) ? 1 + draw.Below(3) : -draw.Below(2));

    private static ConsumerId Unregistered(ServerState state, ref Draw draw)
    {
        var start = draw.Below(Consumers);
        if (draw.Chance(6))
        {
            return new(start);
        }

        for (var i = 0; i < Consumers; i++)
        {
            var id = new ConsumerId((start + i) % Consumers);
            if (state.Audience?.Find(id) is null)
            {
                return id;
            }
        }

        return new(start);
    }

    private static ConsumerId Registered(ServerState state, Func<Registration, bool> like, ref Draw draw)
    {
        var registrations = state.Audience?.Registrations ?? ImmutableArray<Registration>.Empty;
        var start = draw.Below(Math.Max(1, registrations.Length));
        if (!draw.Chance(8))
        {
            for (var i = 0; i < registrations.Length; i++)
            {
                var registration = registrations[(start + i) % registrations.Length];
                if (like(registration))
                {
                    return registration.Id;
                }
            }
        }

        return new(draw.Below(Consumers + 1) - 1);
    }
}
