using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>Everything that was told on the server since somebody last looked, in order.</summary>
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
