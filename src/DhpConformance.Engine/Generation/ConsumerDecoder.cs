using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Turns choices into requests about consumers: mostly of those that are there, now and then of others.
/// </summary>
internal static class ConsumerDecoder
{
    // Only a few, so that ids recur: registered twice, or registered again after deregistration.
    private const int Consumers = 8;

    // Mostly few, and at times more than whoever keeps them in a short list has room for.
    private const int MostRequests = 40;

    public static RegisterDriver Driver(ServerState state, int partition, PartitionId named, ref RandomSource random) =>
        new(named, Unregistered(state, ref random), ScriptGenerator.Driver(
            state.Inventory.Claims, state.Inventory.Profile(partition), ref random));

    public static RegisterApplication Application(ServerState state, PartitionId named, ref RandomSource random) =>
        new(named, Unregistered(state, ref random), ScriptGenerator.Application(ref random));

    public static Deregister Deregister(ServerState state, ref RandomSource random) =>
        new(Registered(state, _ => true, ref random));

    public static SubmitIo SubmitIo(ServerState state, ref RandomSource random) => new(
        Registered(state, consumer => consumer.Device is not null, ref random),
        random.Chance(97) ? 1 + random.Below(random.Chance(92) ? 3 : MostRequests) : -random.Below(2));

    private static ConsumerId Unregistered(ServerState state, ref RandomSource random)
    {
        var start = random.Below(Consumers);
        if (random.Chance(6))
        {
            return new(start);
        }

        for (var i = 0; i < Consumers; i++)
        {
            var id = new ConsumerId((start + i) % Consumers);
            if (state.ConsumerState?.Find(id) is null)
            {
                return id;
            }
        }

        return new(start);
    }

    private static ConsumerId Registered(ServerState state, Func<Registration, bool> like, ref RandomSource random)
    {
        var registrations = state.ConsumerState?.Registrations ?? ImmutableArray<Registration>.Empty;
        var start = random.Below(Math.Max(1, registrations.Length));
        if (!random.Chance(8))
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

        return new(random.Below(Consumers + 1) - 1);
    }
}
