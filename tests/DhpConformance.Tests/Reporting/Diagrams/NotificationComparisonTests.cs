using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Reporting.Diagrams;

namespace DhpConformance.Tests.Reporting.Diagrams;

/// <summary>What was told, beside what the reference server tells.</summary>
public sealed class NotificationComparisonTests
{
    private static readonly Notification Started = Notice(NotificationKind.ProcessorStart, consumer: 0);
    private static readonly Notification Completed = Notice(NotificationKind.ProcessorComplete, consumer: 0);
    private static readonly Notification OtherStarted = Notice(NotificationKind.ProcessorStart, consumer: 1);

    [Fact]
    public void Nothing_is_drawn_where_nobody_tells_anything() => Assert.Null(NotificationComparison.Of([], []));

    [Fact]
    public void The_same_is_the_same() =>
        Assert.True(NotificationComparison.Of([Started, Completed], [Started, Completed])!.IsSame);

    [Fact]
    public void What_is_missing_stands_out_beside_a_diagram_that_is_empty()
    {
        var telling = NotificationComparison.Of([Started, Completed], [])!;
        Assert.All(telling.Reference.Messages, message => Assert.True(message.IsAlone));
        Assert.Empty(telling.Observed.Messages);
        Assert.Equal(telling.Reference.Lines, telling.Observed.Lines);
        Assert.Equal("No notifications.", telling.Observed.Words);
    }

    [Fact]
    public void What_is_told_twice_stands_out_once()
    {
        var telling = NotificationComparison.Of([Started, Completed], [Started, Started, Completed])!;
        Assert.Equal(1, telling.Observed.Messages.Count(message => message.IsAlone));
        Assert.DoesNotContain(telling.Reference.Messages, message => message.IsAlone);
    }

    [Fact]
    public void What_is_told_in_the_wrong_order_stands_out() =>
        Assert.False(NotificationComparison.Of([Started, Completed], [Completed, Started])!.IsSame);

    [Fact]
    public void Who_of_two_hears_first_is_no_difference() =>
        Assert.True(NotificationComparison.Of([Started, OtherStarted], [OtherStarted, Started])!.IsSame);

    [Fact]
    public void When_it_is_told_and_which_number_a_processor_has_is_no_difference(
        ) => Assert.True(NotificationComparison.Of(
        [Started], [Started with { Operation = 7, Processor = new LogicalProcessor(5, 1, 5, new(0)) }])!.IsSame);

    [Fact]
    public void An_error_is_not_success() =>
        Assert.False(NotificationComparison.Of([Started], [Started with { Status = 1 }])!.IsSame);

    [Fact]
    public void Of_a_flood_the_earliest_are_drawn_and_the_others_counted()
    {
        ImmutableArray<Notification> flood = [.. Enumerable.Repeat(Started, 100_000)];
        var telling = NotificationComparison.Of([Started], flood)!;
        Assert.Equal(100_000, telling.Observed.Messages.Length + telling.Observed.Left);
        Assert.InRange(telling.Observed.Messages.Length, 1, 100);
    }

    private static Notification Notice(NotificationKind kind, int consumer) => new()
    {
        Partition = new(0),
        Kind = kind,
        Operation = 1,
        Consumer = new(consumer),
        Unit = new(0),
    };
}
