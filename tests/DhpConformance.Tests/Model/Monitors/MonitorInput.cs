using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>An input of a monitor: operations, and what is delivered during the last of them.</summary>
/// <param name="Name">Its name in the diagram.</param>
internal sealed record MonitorInput(string Name)
{
    /// <summary>What is asked, in order.</summary>
    public ImmutableArray<Operation> Operations { get; init; } = [];

    /// <summary>What is delivered after that.</summary>
    public ImmutableArray<Notification> Notices { get; init; } = [];

    /// <summary>What is asked after that.</summary>
    public ImmutableArray<Operation> Afterwards { get; init; } = [];

    /// <summary>Whether it is delivered before the effect of the latest operation.</summary>
    public bool IsBeforeEffect { get; init; }

    /// <summary>How many processors that the latest operation adds are not active yet when it is delivered.</summary>
    public int NotYetActive { get; init; }

    /// <summary>Whether this says that the time has come for all that is owed.</summary>
    public bool IsDue { get; init; }

    /// <summary>Whether it comes once at most: a second one would need another unit, or be refused.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Operations.</summary>
    public static MonitorInput Of(string name, params ImmutableArray<Operation> operations) =>
        new(name) { Operations = operations };

    /// <summary>Something that is delivered.</summary>
    public static MonitorInput Delivered(string name, params ImmutableArray<Notification> notices) =>
        new(name) { Notices = notices };
}
