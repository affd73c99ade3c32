using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Shrinking;

/// <summary>
/// Makes a finding smaller while it breaks the same rule. Works on concrete operations, in this order, round after
/// round until a round changes nothing:
/// <list type="number">
/// <item>leave out operations: halves, then quarters, down to single ones, from the back;</item>
/// <item>the steps of <see cref="Simplification"/>.</item>
/// </list>
/// Every candidate is executed; one is kept if it breaks the same rule, and as it is known to if it did. The result is
/// locally minimal: none of these changes makes it smaller. The same finding always shrinks to the same result, unless
/// it is interrupted.
/// </summary>
internal sealed class SequenceShrinker(
    Examiner examiner,
    int attempts = SequenceShrinker.Attempts,
    Func<Violation, bool>? isKnown = null,
    CancellationToken cancellation = default)
{
    /// <summary>Most candidates that are executed, so that a slow implementation ends in bounded time.</summary>
    public const int Attempts = 20_000;

    private Finding best = null!;
    private int left;

    public Finding Shrink(Finding finding)
    {
        best = finding;
        left = attempts;
        bool changed;
        do
        {
            changed = LeaveOutChunks();
            foreach (var candidates in Simplification.Steps)
            {
                changed |= Any(candidates);
            }
        }
        while (changed);

        return best;
    }

    private bool LeaveOutChunks()
    {
        var changed = false;
        for (var size = Math.Max(1, best.TestCase.Operations.Length / 2); size > 0; size /= 2)
        {
            for (var start = best.TestCase.Operations.Length - size; start >= 0; start -= size)
            {
                // An earlier success may have cut the sequence shorter than where this chunk begins.
                var operations = best.TestCase.Operations;
                start = Math.Min(start, operations.Length - size);
                changed |= start >= 0 && Try(operations.RemoveRange(start, size));
            }
        }

        return changed;
    }

    // Candidates are made from the test case at hand; once one is kept, new ones are made from it. The search goes on
    // where it was: to begin again each time took more than 20,000 executions for a fault at the 256th operation.
    private bool Any(Func<TestCase, IEnumerable<TestCase>> candidates)
    {
        var changed = false;
        for (var start = 0; ;)
        {
            var kept = FirstKept(candidates, start);
            if (kept < 0 && start == 0)
            {
                return changed;
            }

            changed |= kept >= 0;
            start = Math.Max(kept, 0);
        }
    }

    // The place of the first candidate that is kept; -1 for none.
    private int FirstKept(Func<TestCase, IEnumerable<TestCase>> candidates, int start)
    {
        var place = start;
        foreach (var candidate in candidates(best.TestCase).Skip(start))
        {
            if (Try(candidate))
            {
                return place;
            }

            place++;
        }

        return -1;
    }

    private bool Try(ImmutableArray<Operation> operations) =>
        Try(best.TestCase with { Operations = operations });

    private bool Try(TestCase candidate)
    {
        if (cancellation.IsCancellationRequested || left-- <= 0
            || examiner.Examine(candidate) is not { } finding
            || finding.Violation.Rule != best.Violation.Rule
            || isKnown?.Invoke(finding.Violation) != isKnown?.Invoke(best.Violation)
            || finding.TestCase.Operations.Length > candidate.Operations.Length)
        {
            // An experiment that settles a doubt may need more operations; then it is not smaller.
            return false;
        }

        best = finding;
        return true;
    }
}
