using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>Drives a consumer through cases and says which duty it breaks first.</summary>
internal sealed class ConsumerExaminer(
    Func<IConsumerUnderTest> create, ConsumerDescription description, ImmutableArray<string> wanted)
{
    private static readonly string[] OfData = ["C-PROC-02", "C-PROC-03", "C-PROC-04", "C-PROC-07"];

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
        var breakdown = Breakdown.In(trace);
        var kept = ImmutableArray.CreateBuilder<Judgement>();
        ConsumerFinding? finding = null;
        foreach (var judgement in ConsumerJudge.Judge(trace))
        {
            if (breakdown is not null && breakdown.At < judgement.At)
            {
                break;
            }

            finding = judgement.IsBroken && !excuse.Holds(judgement) ? Attributed(@case, trace, judgement) : null;
            if (finding is not null)
            {
                break;
            }

            kept.Add(new(judgement.Rule, judgement.At));
        }

        finding ??= breakdown is null
            ? null
            : new(@case, trace, new BreakdownCause(this, @case, trace, breakdown).Find());
        return (kept.ToImmutable(), finding is not null && IsWanted(finding.Judgement.Rule) ? finding : null);
    }

    // Null if it turns out that nothing is wrong.
    private ConsumerFinding? Attributed(ConsumerCase @case, ConsumerTrace trace, Judgement broken)
    {
        var rule = !broken.IsAmbiguous ? broken.Rule
            : Leftovers.IsOne(trace, broken) ? new Leftovers(this, @case, trace).Rule(broken)
            : broken.Rule.StartsWith("C-PROC", StringComparison.Ordinal)
                ? new MistakenNumber(this, @case, trace).Rule(broken)
                : MissedCompletion(@case);
        var worse = rule is "C-PROC-08" or "C-PROC-10" ? Unprepared(@case) : null;
        return rule is null ? null
            : worse is not null && IsWanted(worse.Judgement.Rule) ? worse
            : new(@case, trace, broken with { Rule = rule });
    }

    // A driver that leaves out a processor may lack its data as well: what runs there shows it.
    private ConsumerFinding? Unprepared(ConsumerCase @case)
    {
        var other = OtherPlaces.Probed(@case);
        var trace = Drive(other);
        return Breakdown.In(trace) is { } breakdown
            && new BreakdownCause(this, other, trace, breakdown).Find() is var cause
            && OfData.Contains(cause.Rule)
                ? new(other, trace, cause)
                : null;
    }

    private bool IsWanted(string rule) => wanted.IsEmpty || wanted.Contains(rule, StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Whether the consumer breaks one of these rules in a case, or breaks down.</summary>
    public bool Breaks(ConsumerCase other, params ReadOnlySpan<string> rules)
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
}
