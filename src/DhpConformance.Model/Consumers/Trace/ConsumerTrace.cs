using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Everything that was seen in one case.</summary>
/// <param name="Description">Who was driven.</param>
/// <param name="Entries">What was seen, in order.</param>
public sealed record ConsumerTrace(ConsumerDescription Description, ImmutableArray<TraceEntry> Entries)
{
    /// <summary>
    /// Where each step of the case begins, and the unload after the last one; fewer if the consumer broke before.
    /// </summary>
    public ImmutableArray<StepBeginning> Steps { get; init; } = [];

    /// <summary>The events, by their beginnings.</summary>
    public ImmutableArray<EventSpan> Spans { get; } = SpansOf(Entries);

    /// <summary>The places at which something happened.</summary>
    public IEnumerable<int> PlacesOf(Happening what)
    {
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i] is Happened happened && happened.What == what)
            {
                yield return i;
            }
        }
    }

    /// <summary>The first place after this one at which everything had settled; null if there is none.</summary>
    public int? SettledAfter(int place) =>
        PlacesOf(Happening.Settled).Where(at => at > place).Cast<int?>().FirstOrDefault();

    /// <summary>The last place before this one at which everything had settled; 0 if there is none.</summary>
    public int SettledBefore(int place) => PlacesOf(Happening.Settled).Where(at => at < place).LastOrDefault();

    /// <summary>The calls between two places.</summary>
    public IEnumerable<Called> CallsBetween(int from, int to) => Entries[from..to].OfType<Called>();

    /// <summary>The processors that interrupts were connected to after a start; 0 if none was connected.</summary>
    public ulong InterruptsAfter(EventSpan start) => CallsBetween(start.Begin, SettledAfter(start.End) ?? start.End)
        .Aggregate(0UL, (mask, called) => called.Call is ConnectInterrupt it ? mask | it.Mask : mask);

    private static ImmutableArray<EventSpan> SpansOf(ImmutableArray<TraceEntry> entries)
    {
        var done = new List<EventSpan>();
        var open = new Stack<(EventBegun Entry, int At, SystemState Before, List<CallMade> Calls)>();
        for (var i = 0; i < entries.Length; i++)
        {
            var before = i == 0 ? entries[0].After : entries[i - 1].After;
            switch (entries[i])
            {
                case EventBegun begun:
                    open.Push((begun, i, before, []));
                    break;
                case Called called when open.TryPeek(out var top):
                    top.Calls.Add(new(i, called.Call, called.Answer, before));
                    break;
                case EventEnded ended when open.TryPop(out var top):
                    done.Add(new(top.Entry.Event, top.At, i, ended.Answer, top.Before, ended.After, [.. top.Calls]));
                    break;
            }
        }

        done.AddRange(open.Select(top => new EventSpan(
            top.Entry.Event, top.At, entries.Length, null, top.Before, entries[^1].After, [.. top.Calls])));
        return [.. done.OrderBy(span => span.Begin)];
    }
}

/// <summary>Where a step begins.</summary>
/// <param name="At">The place of the first thing that is seen in it.</param>
/// <param name="Before">The operating system before it.</param>
public sealed record StepBeginning(int At, SystemState Before);
