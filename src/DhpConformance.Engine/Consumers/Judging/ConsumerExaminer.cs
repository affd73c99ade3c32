using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>Drives a consumer through cases and says which duty it breaks first.</summary>
internal sealed class ConsumerExaminer(
    Func<IConsumerUnderTest> create, ConsumerDescription description, ImmutableArray<string> wanted)
{
    private static readonly string[] Numbers = ["C-PROC-09", "C-PROC-10", "C-PROC-12"];

    private ConsumerRun? run;

    /// <summary>How many cases it was driven through.</summary>
    public long Runs { get; private set; }

    /// <summary>The case that it was driven through last.</summary>
    public ConsumerCase Latest { get; private set; } = new(ConsumerMachine.Usual, []);

    /// <summary>The event that it is handling; null if it handles none.</summary>
    public ConsumerEvent? Current => run?.Current;

    /// <summary>Drives a fresh consumer through a case.</summary>
    public ConsumerTrace Drive(ConsumerCase @case)
    {
        (Runs, Latest) = (Runs + 1, @case);
        using var consumer = create();
        run = new ConsumerRun(consumer, description, @case.Machine);
        return run.Drive(@case.Steps);
    }

    /// <summary>What the case has put to the test, and what it has found; null for nothing.</summary>
    public (ImmutableArray<Judgement> Judgements, ConsumerFinding? Finding) Examine(ConsumerCase @case)
    {
        var trace = Drive(@case);
        var excuse = new Excuse(this, @case, trace);
        var judgements = ConsumerJudge.Judge(trace)
            .Select(judgement => excuse.Holds(judgement) ? new(judgement.Rule, judgement.At) : judgement)
            .ToImmutableArray();
        var first = judgements.FirstOrDefault(judgement => judgement.IsBroken);
        var broken = Breakdown.In(trace) is { } breakdown && (first is null || breakdown.At < first.At)
            ? new BreakdownCause(this, @case, trace, breakdown).Find()
            : first is not { IsAmbiguous: true } ? first
            : first with
            {
                Rule = first.Rule.StartsWith("C-PROC", StringComparison.Ordinal)
                    ? MistakenNumber(@case, trace, first)
                    : MissedCompletion(@case),
            };
        return (
            broken is null ? judgements : [.. judgements.Where(judgement => judgement.At < broken.At)],
            broken is not null && IsWanted(broken.Rule) ? new(@case, trace, broken) : null);
    }

    private bool IsWanted(string rule) => wanted.IsEmpty || wanted.Contains(rule, StringComparer.OrdinalIgnoreCase);

    // Other machines tell the mistakes apart: a mask of 32 bits does no harm below 32; numbers without gaps hide a
    // number that is computed or walked to; and the walk goes wrong at load, too.
    private string MistakenNumber(ConsumerCase @case, ConsumerTrace trace, Judgement broken)
    {
        var rule = broken.Rule;
        if (rule == "C-PROC-12" && (BelowThirtyOne(@case) is not { } low || !Breaks(low, Numbers)))
        {
            return rule;
        }

        if (BreakdownCause.WithoutGaps(@case) is not { } dense || Breaks(dense, Numbers))
        {
            return rule == "C-PROC-12" ? "C-PROC-09" : rule;
        }

        // A driver that queries a mask and leaves out the new processor has missed its bit. One that gets a number,
        // asks for no mask and uses another processor has computed that number.
        var masks = trace.CallsBetween(0, broken.At + 1).Any(called => called.Call is QueryAffinity);
        var settled = trace.Entries[broken.At] is Happened;
        if (settled ? masks : !masks && IsTold(trace, broken.At))
        {
            return settled ? "C-PROC-03" : "C-PROC-04";
        }

        // Without an add there is no number that could have been taken from a notification.
        if (!@case.Steps.Any(step => step is AddProcessor))
        {
            return "C-PROC-03";
        }

        var processors = trace.Entries[broken.At].After.Processors;
        return !Breaks(@case with { Steps = [] }, Numbers)
            && !Breaks(BreakdownCause.AtLoad(@case, processors), Numbers) ? "C-PROC-04" : "C-PROC-03";
    }

    private static bool IsTold(ConsumerTrace trace, int at) => trace.Spans.Any(span =>
        span.Begin < at && at < span.End && span.Event is ProcessorChangeEvent);

    // A request that is lost, or completed twice: without stops, and then without sleep, it may come out right.
    private string MissedCompletion(ConsumerCase @case)
    {
        var steps = @case.Steps.Where(step =>
            step is not (QueryStop or StopDevice or CancelStop or RestartDevice or AddProcessor)).ToImmutableArray();
        var awake = steps.Where(step => step is not (Suspend or Resume or QuerySleep)).ToImmutableArray();
        string[] same = ["C-REB-06", "C-PWR-04", "C-REST-01"];
        return !Breaks(@case with { Steps = steps }, same) ? "C-REB-06"
            : !Breaks(@case with { Steps = awake }, same) ? "C-PWR-04"
            : "C-REST-01";
    }

    private bool Breaks(ConsumerCase other, params ReadOnlySpan<string> rules)
    {
        var trace = Drive(other);
        foreach (var judgement in ConsumerJudge.Judge(trace))
        {
            if (judgement.IsBroken && rules.Contains(judgement.Rule))
            {
                return true;
            }
        }

        return Breakdown.In(trace) is not null;
    }

    // The same with other numbers for those above 30, and still with gaps; null if there are none, or too many.
    private static ConsumerCase? BelowThirtyOne(ConsumerCase @case)
    {
        var places = @case.Machine.Processors.AddRange(
            @case.Steps.OfType<AddProcessor>().Select(add => new ProcessorPlace(add.Group, add.Number))).Distinct()
                .ToList();
        var high = places.Where(place => place.Number > 30).ToList();
        var free = Enumerable.Range(0, 31).Reverse()
            .Where(number => !places.Exists(place => place.Number == number)).ToList();
        return high.Count == 0 || high.Count >= free.Count
            ? null
            : new(
                @case.Machine with { Processors = [.. @case.Machine.Processors.Select(Lower)] },
                [.. @case.Steps.Select(step => step is AddProcessor add
                    ? add with { Number = Lower(new(add.Group, add.Number)).Number, FailingAllocation = 0 }
                    : step)]);

        ProcessorPlace Lower(ProcessorPlace place) =>
            place.Number > 30 ? place with { Number = free[high.IndexOf(place)] } : place;
    }
}
