using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Pictures;

/// <summary>Notifications as a sequence diagram: a line for each partition and consumer, time runs downwards.</summary>
/// <param name="Lines">Partitions, each followed by its consumers.</param>
/// <param name="Messages">What was told, earliest first.</param>
/// <param name="Left">How many are left out.</param>
public sealed record Diagram(ImmutableArray<LifeLine> Lines, ImmutableArray<Message> Messages, int Left)
{
    private const int MostMessages = 80;
    private const int FirstLine = 100;
    private const int BetweenLines = 190;
    private const int FirstMessage = 62;
    private const int BetweenMessages = 28;

    /// <summary>How wide it is.</summary>
    public int Width => FirstLine + (Lines.Length * BetweenLines) - 60;

    /// <summary>How high it is.</summary>
    public int Height => FirstMessage + (Messages.Length * BetweenMessages);

    /// <summary>The same in words.</summary>
    public string Words => string.Join(" ", Messages.Select(message =>
        $"{message.Moment}: {Lines.First(line => line.X == message.To).Name} {message.Text}."));

    /// <summary>Draws notifications.</summary>
    public static Diagram Of(ImmutableArray<Notification> notifications)
    {
        var shown = notifications.Take(MostMessages).ToList();
        var lines = shown
            .GroupBy(one => one.Partition)
            .OrderBy(group => group.Key.Value)
            .SelectMany(group => group
                .Select(one => one.Consumer).OfType<ConsumerId>().Distinct().OrderBy(consumer => consumer.Value)
                .Select(consumer => (group.Key, Consumer: (ConsumerId?)consumer))
                .Prepend((group.Key, Consumer: null)))
            .Select((line, place) => new LifeLine(line.Key, line.Consumer, FirstLine + (place * BetweenLines)))
            .ToImmutableArray();
        var messages = shown.Select((one, place) => Draw(lines, one, place));
        return new(lines, [.. messages], notifications.Length - shown.Count);
    }

    private static Message Draw(ImmutableArray<LifeLine> lines, Notification told, int place)
    {
        var to = lines.First(line => line.Partition == told.Partition && line.Consumer == told.Consumer);
        var from = lines.First(line => line.Partition == told.Partition && line.IsPartition);
        return new(
            from.X,
            to.X,
            FirstMessage + (place * BetweenMessages),
            $"step {told.Operation}",
            Text(told),
            told.Status != 0);
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

/// <summary>A line of a sequence diagram.</summary>
/// <param name="Partition">The partition it belongs to.</param>
/// <param name="Consumer">The driver or application; null for the partition itself.</param>
/// <param name="X">Where it is.</param>
public sealed record LifeLine(PartitionId Partition, ConsumerId? Consumer, int X)
{
    /// <summary>Whether it is the partition itself.</summary>
    public bool IsPartition => Consumer is null;

    /// <summary>What stands at its head.</summary>
    public string Name => Consumer?.ToString() ?? Partition.ToString();
}

/// <summary>An arrow of a sequence diagram, or a dot for what happened to the partition itself.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Y">How far down it is.</param>
/// <param name="Moment">The step it belongs to.</param>
/// <param name="Text">What was told.</param>
/// <param name="IsRefusal">Whether the answer was an error.</param>
public sealed record Message(int From, int To, int Y, string Moment, string Text, bool IsRefusal);
