using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>All notifications on the server since the last observation, in order.</summary>
internal sealed class NotificationLog
{
    private readonly List<Notification> notifications = [];

    /// <summary>The number of the latest operation begun.</summary>
    public int Operation { get; private set; }

    public void BeginOperation() => Operation++;

    public void Write(Notification notification) => notifications.Add(notification);

    /// <summary>Hands everything over, and forgets it.</summary>
    public ImmutableArray<Notification> Drain()
    {
        if (notifications.Count == 0)
        {
            return [];
        }

        ImmutableArray<Notification> all = [.. notifications];
        notifications.Clear();
        return all;
    }
}
