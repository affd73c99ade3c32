using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>
/// Who is registered on the server, what they have been notified of, and what was done since the last observation. The
/// answers to operations run ahead of what is delivered: a sequence that is observed only in the end is answered first
/// and judged afterwards.
/// </summary>
public sealed record ConsumerState
{
    /// <summary>No consumer and no notification.</summary>
    internal static ConsumerState Nobody { get; } = new();

    /// <summary>The registered consumers, in ascending order of id.</summary>
    public ImmutableArray<Registration> Registrations { get; init; } = [];

    /// <summary>The partitions from which a consumer was deregistered, a bit for each place.</summary>
    internal ulong Deregistered { get; init; }

    /// <summary>The partitions whose registrations ended when they stopped, a bit for each place.</summary>
    internal ulong Ended { get; init; }

    /// <summary>
    /// What the monitors remember of notifications, and of operations since the last observation; null for nothing.
    /// </summary>
    internal NotificationHistory? History { get; init; }

    /// <summary>Whether no consumer is, or has been, registered.</summary>
    internal bool IsEmpty =>
        Registrations.IsEmpty && History is not { HasConsumers: true } && (Deregistered | Ended) == 0;

    /// <summary>The registration of a consumer; null if it is not registered.</summary>
    public Registration? Find(ConsumerId id)
    {
        foreach (var registration in Registrations)
        {
            if (registration.Id == id)
            {
                return registration;
            }
        }

        return null;
    }

    /// <summary>The consumers of a partition.</summary>
    public IEnumerable<Registration> In(int partition) =>
        Registrations.Where(registration => registration.Partition == partition);

    /// <summary>Whether a consumer of a partition is like this.</summary>
    public bool HasIn(int partition, Func<Registration, bool>? like = null)
    {
        foreach (var registration in Registrations)
        {
            if (registration.Partition == partition && (like is null || like(registration)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With a new consumer.</summary>
    internal ConsumerState With(Registration registration)
    {
        var place = 0;
        while (place < Registrations.Length && Registrations[place].Id.Value < registration.Id.Value)
        {
            place++;
        }

        return this with { Registrations = Registrations.Insert(place, registration) };
    }

    /// <summary>With every consumer of a partition changed like this.</summary>
    internal ConsumerState Change(int partition, Func<Registration, Registration> change) => this with
    {
        Registrations = [.. Registrations.Select(r => r.Partition == partition ? change(r) : r)],
    };

    /// <summary>Without the consumers of a partition that stops.</summary>
    internal ConsumerState Ending(int partition) => !HasIn(partition) ? this : this with
    {
        Registrations = Registrations.RemoveAll(registration => registration.Partition == partition),
        Ended = Ended | Bit(partition),
    };

    /// <summary>The bit of a partition; none for those beyond 64, of which no more than counts depend on it.</summary>
    internal static ulong Bit(int partition) => partition < 64 ? 1UL << partition : 0;
}
