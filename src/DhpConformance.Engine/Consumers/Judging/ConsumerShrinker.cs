using System.Collections.Immutable;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// Makes a finding smaller while it breaks the same rule: leaves out steps, by halves and down to single ones and
/// pairs, makes the machine more ordinary, and steps simpler, until nothing helps any more. The result is locally
/// minimal, and the same every time.
/// </summary>
internal sealed class ConsumerShrinker(ConsumerExaminer examiner)
{
    // A candidate that fails costs up to nine experiments more, and one on a machine of hundreds of processors takes
    // tens of milliseconds over a pipe: shrinking took minutes when only candidates were counted.
    private const int MostRuns = 1500;
    private const int PairLimit = 10;

    private ConsumerFinding best = null!;
    private long lastRun;

    private bool HasRunsLeft => examiner.Runs < lastRun;

    public ConsumerFinding Shrink(ConsumerFinding finding)
    {
        best = finding;
        lastRun = examiner.Runs + MostRuns;
        bool changed;
        do
        {
            changed = LeaveOutChunks();
            changed |= LeaveOutPairs();
            changed |= Any(SimplerMachines);
            changed |= Any(SimplerSteps);
        }
        while (changed && HasRunsLeft);

        return best;
    }

    private bool LeaveOutChunks()
    {
        var changed = false;
        for (var size = Math.Max(1, best.Case.Steps.Length / 2); size > 0; size /= 2)
        {
            for (var start = best.Case.Steps.Length - size; start >= 0; start -= size)
            {
                changed |= start + size <= best.Case.Steps.Length && Try(best.Case.Steps.RemoveRange(start, size));
            }
        }

        return changed;
    }

    private bool LeaveOutPairs()
    {
        var changed = false;
        for (var second = best.Case.Steps.Length - 1; second > 0 && best.Case.Steps.Length <= PairLimit; second--)
        {
            for (var first = second - 1; first >= 0 && second < best.Case.Steps.Length; first--)
            {
                changed |= Try(best.Case.Steps.RemoveAt(second).RemoveAt(first));
            }
        }

        return changed;
    }

    private bool Any(Func<ConsumerCase, IEnumerable<ConsumerCase>> candidates)
    {
        var changed = false;
        while (HasRunsLeft && candidates(best.Case).Any(Try))
        {
            changed = true;
        }

        return changed;
    }

    private static IEnumerable<ConsumerCase> SimplerMachines(ConsumerCase @case)
    {
        var machine = @case.Machine;
        var usual = ConsumerMachine.Usual;
        if (machine.Memory != usual.Memory)
        {
            yield return @case with { Machine = machine with { Memory = usual.Memory } };
        }

        if (machine.FailingRegistrations)
        {
            yield return @case with { Machine = machine with { FailingRegistrations = false } };
        }

        var count = machine.Processors.Length;
        for (var size = count / 2; size > 0; size /= 2)
        {
            yield return With(machine.Processors.RemoveRange(count - size, size));
            yield return With(machine.Processors.RemoveRange(0, size));
        }

        // Closer to one after the other.
        for (var i = 0; i < count; i++)
        {
            var dense = new ProcessorPlace(i / 64, i % 64);
            if (machine.Processors[i] != dense && !machine.Processors.Contains(dense))
            {
                yield return With(machine.Processors.SetItem(i, dense));
            }
        }

        if (machine.Maximum > usual.Maximum && count <= usual.Maximum)
        {
            yield return @case with { Machine = machine with { Maximum = usual.Maximum } };
        }

        ConsumerCase With(ImmutableArray<ProcessorPlace> processors) =>
            @case with { Machine = machine with { Processors = processors } };
    }

    private static IEnumerable<ConsumerCase> SimplerSteps(ConsumerCase @case) =>
        from i in Enumerable.Range(0, @case.Steps.Length)
        from simpler in Simpler(@case.Steps[i], @case.Machine.Processors.Length)
        where simpler != @case.Steps[i]
        select @case with { Steps = @case.Steps.SetItem(i, simpler) };

    // Each of them is smaller in an order that has an end, so that this has one, too.
    private static IEnumerable<ConsumerStep> Simpler(ConsumerStep step, int present) => step switch
    {
        AddProcessor add => AddsLike(add, present),
        AddMemory { Bytes: > 1UL << 30 } => [new AddMemory(1UL << 30)],
        SubmitRequest { Processor: > 0 } => [new SubmitRequest(0)],
        RunOn { Processor: > 0 } => [new RunOn(0)],
        InterruptOn { Processor: > 0 } => [new InterruptOn(0)],
        PassTime { Milliseconds: > 1000 } => [new PassTime(1000)],
        _ => [],
    };

    private static IEnumerable<ConsumerStep> AddsLike(AddProcessor add, int present)
    {
        if (add.Vetoed)
        {
            yield return add with { Vetoed = false };
        }

        if (add.FailingAllocation > 0)
        {
            yield return add with { FailingAllocation = add.FailingAllocation - 1 };
        }

        if (add.Group > 0)
        {
            yield return add with { Group = 0 };
        }

        foreach (var number in new[] { present, 32, add.Number - 1 }.Where(number => number < add.Number && number > 0))
        {
            yield return add with { Number = number };
        }
    }

    private bool Try(ImmutableArray<ConsumerStep> steps) => Try(best.Case with { Steps = steps });

    private bool Try(ConsumerCase candidate)
    {
        if (!HasRunsLeft || examiner.Examine(candidate).Finding is not { } finding
            || finding.Judgement.Rule != best.Judgement.Rule)
        {
            return false;
        }

        best = finding;
        return true;
    }
}
