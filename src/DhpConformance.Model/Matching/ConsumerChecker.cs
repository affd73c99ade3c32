using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: that each partition shows the devices of its registered drivers and its registered applications, and that
/// affinities are whole groups and stay as they are. Sources: DHP-REB-14, DHP-APP-07..-09; decision G-74.
/// Does not verify: the states of devices, which follow from the notifications of their drivers.
/// </summary>
internal static class ConsumerChecker
{
    public static Difference? FirstDifference(ServerState state, int partition, PartitionObservation seen)
    {
        if (state.ConsumerState is null)
        {
            return seen.Devices.Length + seen.Applications.Length == 0 ? null
                : Consumers(partition, seen, "no consumers");
        }

        var (devices, applications) = (0, 0);
        foreach (var consumer in state.ConsumerState.Registrations)
        {
            if (consumer.Partition != partition)
            {
                continue;
            }

            if ((consumer.Device is not null && !IsNext(seen.Devices, ref devices, consumer))
                || (consumer.Application is not null && !IsNext(seen.Applications, ref applications, consumer)))
            {
                return Consumers(partition, seen, $"{consumer} in its place");
            }

            if (consumer.Application is null)
            {
                continue;
            }

            var affinity = seen.Applications[applications - 1].Affinity;
            if (WrongAffinity(consumer, seen, affinity) is { } expected)
            {
                return new(Field.Affinity, consumer.ToString(), expected, Of(affinity), partition);
            }
        }

        return devices == seen.Devices.Length && applications == seen.Applications.Length ? null
            : Consumers(partition, seen, "no other consumers than those that are registered");
    }

    /// <summary>The affinities as first observed.</summary>
    public static ConsumerState Bind(ConsumerState consumers, Observation observation)
    {
        var bound = consumers;
        foreach (var consumer in consumers.Registrations)
        {
            if (consumer.Application is not null && consumer.Affinity.IsDefault)
            {
                var seen = observation.Partitions[consumer.Partition].Applications
                    .First(application => application.Application == consumer.Id);
                bound = bound with
                {
                    Registrations = bound.Registrations.Replace(consumer, consumer with { Affinity = seen.Affinity }),
                };
            }
        }

        return bound;
    }

    private static bool IsNext(ImmutableArray<DeviceObservation> devices, ref int next, Registration consumer) =>
        next < devices.Length && devices[next++].Driver == consumer.Id;

    private static bool IsNext(ImmutableArray<ApplicationObservation> seen, ref int next, Registration consumer) =>
        next < seen.Length && seen[next++].Application == consumer.Id;

    // What nobody had looked at when it registered can only be held against what is active now, and not even that if
    // processors were added since: start, register, add a processor, look.
    private static string? WrongAffinity(
        Registration consumer, PartitionObservation seen, ImmutableArray<ulong> affinity)
    {
        if (seen.ActiveMasks.IsEmpty)
        {
            return null;
        }

        var masks = consumer.MasksAtRegistration;
        for (var group = 0; group < Math.Max(affinity.Length, seen.ActiveMasks.Length); group++)
        {
            var mask = At(affinity, group);
            if (!consumer.Affinity.IsDefault ? mask != At(consumer.Affinity, group)
                : !masks.IsDefault ? mask != 0 && mask != At(masks, group)
                : !consumer.IsRenumberedUnseen && (mask & ~At(seen.ActiveMasks, group)) != 0)
            {
                return !consumer.Affinity.IsDefault ? $"{Of(consumer.Affinity)}, as before"
                    : !masks.IsDefault ? $"whole groups of {Of(masks)}"
                    : $"groups of {Of(seen.ActiveMasks)}";
            }
        }

        return consumer.Affinity.IsDefault && !masks.IsDefault && !consumer.MayHaveLostAll
            && masks.Any(mask => mask != 0) && affinity.All(mask => mask == 0)
            ? $"some group of {Of(masks)}"
            : null;
    }

    private static ulong At(ImmutableArray<ulong> masks, int group) => group < masks.Length ? masks[group] : 0;

    private static string Of(ImmutableArray<ulong> masks) =>
        $"affinity {string.Join(' ', masks.Select(mask => $"0x{mask:x}"))}".TrimEnd();

    private static Difference Consumers(int partition, PartitionObservation seen, string expected) => new(
        Field.Consumers,
        $"partition {seen.Id}",
        expected,
        $"devices of {string.Join(' ', seen.Devices.Select(device => device.Driver))}, "
            + $"applications {string.Join(' ', seen.Applications.Select(application => application.Application))}",
        partition);
}
