using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Consumers;

/// <summary>The same case with processors at other places, for experiments.</summary>
internal static class OtherPlaces
{
    private const int GroupSize = 64;

    private static readonly ConsumerStep[] OnTheLast = On(int.MaxValue);

    /// <summary>
    /// A machine that has these processors from the start, and what runs on the last one, and on another one.
    /// </summary>
    public static ConsumerCase AtLoad(
        ConsumerCase @case, ImmutableArray<ProcessorNumber> processors, int other = int.MaxValue) => new(
        @case.Machine with { Processors = [.. processors.Select(one => new ProcessorPlace(one.Group, one.Number))] },
        [new SettleAll(), .. OnTheLast, .. other < processors.Length - 1 ? On(other) : []]);

    /// <summary>A machine that has every processor of group 0, and nothing that happens.</summary>
    public static ConsumerCase Full(ConsumerCase @case, int? limit) => new(
        @case.Machine with
        {
            Processors = [.. Enumerable.Range(0, Math.Min(GroupSize, limit ?? GroupSize))
                .Select(number => new ProcessorPlace(0, number))],
            Maximum = Math.Min(GroupSize, limit ?? GroupSize),
        },
        []);

    /// <summary>The same on a machine with one processor in each group, where every allocation succeeds.</summary>
    public static ConsumerCase FirstOfGroups(ConsumerCase @case) => WithoutFailures(@case with
    {
        Machine = @case.Machine with { Processors = [.. @case.Machine.Processors.DistinctBy(one => one.Group)] },
    });

    /// <summary>
    /// The same number of processors in each group, with numbers from 0 on; null if they are numbered like that
    /// already.
    /// </summary>
    public static ConsumerCase? WithoutGapsInGroups(ConsumerCase @case)
    {
        var numbers = PlacesOf(@case).GroupBy(place => place.Group)
            .SelectMany(group => group.Select((place, number) => (place, number)))
            .ToDictionary(one => one.place, one => one.number);
        return numbers.All(one => one.Key.Number == one.Value)
            ? null
            : Moved(@case, place => place with { Number = numbers[place] });
    }

    /// <summary>The same, where every allocation succeeds.</summary>
    public static ConsumerCase WithoutFailures(ConsumerCase @case) => Moved(@case, place => place);

    /// <summary>The same, with what runs on each added processor at once.</summary>
    public static ConsumerCase Probed(ConsumerCase @case) => @case with
    {
        Steps =
        [
            .. @case.Steps.SelectMany(step => step is AddProcessor ? [step, .. OnTheLast] : new[] { step }),
        ],
    };

    /// <summary>
    /// The same number of processors, with numbers from 0 on, where every allocation succeeds; null if they are
    /// numbered like that already.
    /// </summary>
    public static ConsumerCase? WithoutGaps(ConsumerCase @case)
    {
        var next = 0;
        var machine = @case.Machine with { Processors = [.. @case.Machine.Processors.Select(_ => Next(true))] };
        var steps = @case.Steps.Select(step => step is AddProcessor add && Next(!add.Vetoed) is var place
            ? add with { Group = place.Group, Number = place.Number, FailingAllocation = 0 }
            : step).ToImmutableArray();
        return machine.Processors.SequenceEqual(@case.Machine.Processors)
            && steps.SequenceEqual(@case.Steps)
                ? null
                : new(machine, steps);

        // One that is vetoed leaves its number to the next one.
        ProcessorPlace Next(bool taken) =>
            new(next / GroupSize, (taken ? next++ : next) % GroupSize);
    }

    /// <summary>
    /// The same with other numbers for those above 30, and still with gaps, where every allocation succeeds; null if
    /// there are none, or too many.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="group">The group that it is about; null for all of them.</param>
    public static ConsumerCase? BelowThirtyOne(ConsumerCase @case, int? group = null)
    {
        var places = PlacesOf(@case).FindAll(place => group is null || place.Group == group);
        var high = places.Where(place => place.Number > 30).ToList();
        var free = Enumerable.Range(0, 31).Reverse()
            .Where(number => !places.Exists(place => place.Number == number)).ToList();
        return high.Count == 0 || high.Count >= free.Count
            ? null
            : Moved(@case, place => high.Contains(place) ? place with { Number = free[high.IndexOf(place)] } : place);
    }

    /// <summary>
    /// The case with every allocation successful; if there are more processors than a group can hold, without those of
    /// group 0 that share their number with no other; null if there are still too many.
    /// </summary>
    public static ConsumerCase? Smaller(ConsumerCase @case)
    {
        var places = PlacesOf(@case);
        if (places.Count <= GroupSize && @case.Steps.OfType<AddProcessor>().All(add => add.FailingAllocation == 0))
        {
            return @case;
        }

        var succeeding = WithoutFailures(@case);
        var smaller = places.Count <= GroupSize ? succeeding : succeeding with
        {
            Machine = @case.Machine with
            {
                Processors = [.. @case.Machine.Processors.Where((one, index) => index == 0 || one.Group > 0
                    || places.Exists(other => other.Number == one.Number && other.Group != one.Group))],
            },
        };
        return PlacesOf(smaller).Count <= GroupSize ? smaller : null;
    }

    /// <summary>
    /// The same with every processor in group 0, under its number if that is free there, where every allocation
    /// succeeds; null if they are in group 0 already, or too many.
    /// </summary>
    public static ConsumerCase? InOneGroup(ConsumerCase @case)
    {
        var places = PlacesOf(@case);
        if (places.Count > GroupSize || places.TrueForAll(place => place.Group == 0))
        {
            return null;
        }

        var moved = places.Where(place => place.Group == 0).ToDictionary(place => place, place => place.Number);
        foreach (var place in places.Where(place => place.Group > 0))
        {
            moved[place] = Enumerable.Range(place.Number, GroupSize).Select(number => number % GroupSize)
                .First(number => !moved.ContainsValue(number));
        }

        return Moved(@case, place => new(0, moved[place]));
    }

    private static ConsumerStep[] On(int processor) =>
        [new RunOn(processor), new SubmitRequest(processor), new InterruptOn(processor)];

    private static List<ProcessorPlace> PlacesOf(ConsumerCase @case) => @case.Machine.Processors
        .AddRange(@case.Steps.OfType<AddProcessor>().Select(add => new ProcessorPlace(add.Group, add.Number)))
        .Distinct().ToList();

    private static ConsumerCase Moved(ConsumerCase @case, Func<ProcessorPlace, ProcessorPlace> move) => new(
        @case.Machine with { Processors = [.. @case.Machine.Processors.Select(move)] },
        [
            .. @case.Steps.Select(step => step is AddProcessor add && move(new(add.Group, add.Number)) is var place
                ? add with { Group = place.Group, Number = place.Number, FailingAllocation = 0 }
                : step),
        ]);
}
