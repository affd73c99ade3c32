using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>Notifications as a sequence diagram: a line for each partition and consumer, time runs downwards.</summary>
/// <param name="Lines">Partitions, each followed by its consumers.</param>
/// <param name="Messages">The notifications, earliest first.</param>
/// <param name="Left">How many are left out.</param>
public sealed record Diagram(ImmutableArray<LifeLine> Lines, ImmutableArray<Message> Messages, int Left)
{
    private const int MostMessages = 80;
    private const int FirstMessage = 62;
    private const int BetweenMessages = 28;

    /// <summary>How wide it is.</summary>
    public int Width => LifeLine.First + (Lines.Length * LifeLine.Between) - 60;

    /// <summary>How high it is.</summary>
    public int Height => FirstMessage + (Math.Max(Messages.Length, 1) * BetweenMessages);

    /// <summary>The same in words.</summary>
    public string Words => Messages.IsEmpty
        ? "No notifications."
        : string.Join(" ", Messages.Select(message =>
            $"{message.Moment}: {Lines.First(line => line.X == message.To).Name} {message.Text}."));

    /// <summary>The notifications that there is room for: the earliest.</summary>
    internal static ImmutableArray<Notification> Shown(ImmutableArray<Notification> notifications) =>
        notifications.Length <= MostMessages ? notifications : notifications[..MostMessages];

    /// <summary>Draws notifications.</summary>
    /// <param name="lines">A life line for each receiver of a notification.</param>
    /// <param name="notifications">The notifications.</param>
    /// <param name="shared">The places of those that the diagram beside this one has as well.</param>
    internal static Diagram Of(
        ImmutableArray<LifeLine> lines, ImmutableArray<Notification> notifications, ImmutableHashSet<int> shared)
    {
        var shown = Shown(notifications);
        return new(
            lines,
            [.. shown.Select((one, place) => Draw(lines, one, place, !shared.Contains(place)))],
            notifications.Length - shown.Length);
    }

    private static Message Draw(ImmutableArray<LifeLine> lines, Notification told, int place, bool isAlone)
    {
        var to = lines.First(line => line.Partition == told.Partition && line.Consumer == told.Consumer);
        var from = lines.First(line => line.Partition == told.Partition && line.IsPartition);
        return new(
            from.X,
            to.X,
            FirstMessage + (place * BetweenMessages),
            $"step {told.Operation}{(isAlone ? " · only here" : "")}",
            Text(told),
            told.Status != 0,
            isAlone);
    }

    private static string Text(Notification told) => string.Join(' ', new[]
    {
        Abstractions.Words.Of(told.Kind),
        told.Unit?.ToString() ?? "",
        told.Processor is { } processor ? $"({processor.Group}:{processor.Number})" : "",
        told.Request > 0 ? $"#{told.Request}" : "",
        told.Status != 0 ? $"status {told.Status:X}" : "",
    }.Where(part => part.Length > 0));
}

/// <summary>An arrow of a sequence diagram, or a dot for what happened to the partition itself.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Y">How far down it is.</param>
/// <param name="Moment">The step it belongs to.</param>
/// <param name="Text">The notification, in words.</param>
/// <param name="IsRefusal">Whether the answer was an error.</param>
/// <param name="IsAlone">Whether the diagram beside this one lacks it.</param>
public sealed record Message(int From, int To, int Y, string Moment, string Text, bool IsRefusal, bool IsAlone);
