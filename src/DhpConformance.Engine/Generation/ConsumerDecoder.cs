using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Turns choices into requests about consumers: mostly of those that are there, now and then of others.
/// </summary>
/// <param name="isCrowded">
/// Whether there are more consumers, some with numbers that do not fit into one byte or two, later vetoes, and more I/O
/// requests.
/// </param>
internal sealed class ConsumerDecoder(bool isCrowded)
{
    // In a crowd the numbers count up to LowNumbers, and go on where one byte ends, and where two end.
    private const int FewConsumers = 8;
    private const int LowNumbers = 10;

    // Only a few, so that ids recur: registered twice, or registered again after deregistration.
    private readonly int count = isCrowded ? 14 : FewConsumers;

    // Mostly few, and at times more than whoever keeps them in a short list has room for.
    private readonly int mostRequests = isCrowded ? 300 : 40;

    public RegisterDriver Driver(ServerState state, int partition, PartitionId named, ref RandomSource random) =>
        new(named, Unregistered(state, ref random), ScriptGenerator.Driver(
            state.Inventory.Claims, state.Inventory.Profile(partition), isCrowded, ref random));

    public RegisterApplication Application(ServerState state, PartitionId named, ref RandomSource random) =>
        new(named, Unregistered(state, ref random), ScriptGenerator.Application(ref random));

    public static Deregister Deregister(ServerState state, ref RandomSource random) =>
        new(Registered(state, _ => true, ref random));

    public SubmitIo SubmitIo(ServerState state, ref RandomSource random) => new(
        Registered(state, consumer => consumer.Device is not null, ref random),
        random.Chance(97) ? 1 + random.Below(random.Chance(92) ? 3 : mostRequests) : -random.Below(2));

    private ConsumerId Unregistered(ServerState state, ref RandomSource random)
    {
        var start = random.Below(count);
        if (random.Chance(6))
        {
            return Number(start);
        }

        for (var i = 0; i < count; i++)
        {
            var id = Number((start + i) % count);
            if (state.ConsumerState?.Find(id) is null)
            {
                return id;
            }
        }

        return Number(start);
    }

    private static ConsumerId Number(int place) => new(place switch
    {
        < LowNumbers => place,
        < LowNumbers + 2 => place - LowNumbers + (1 << 8),
        _ => place - LowNumbers - 2 + (1 << 16),
    });

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

        return new(random.Below(FewConsumers + 1) - 1);
    }
}
