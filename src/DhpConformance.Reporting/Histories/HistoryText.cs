using System.Globalization;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Narration;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Histories;

/// <summary>What is said of a history: the verdict first, then what explains it.</summary>
public static class HistoryText
{
    private const int MostReasons = 3;
    private const int Longest = 1000;

    /// <summary>The lines.</summary>
    /// <param name="history">The history.</param>
    /// <param name="result">What was found out about it.</param>
    public static IEnumerable<string> Lines(History history, LinearizabilityResult result)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(result);
        return result.Verdict switch
        {
            LinearizabilityVerdict.Linearizable => Fitting(history),
            LinearizabilityVerdict.NotLinearizable => Failing(history, result, shown: null),
            _ => [$"INCONCLUSIVE: {Extent(history)}. {result.Doubt}"],
        };
    }

    /// <summary>The lines for a rule that is broken.</summary>
    /// <param name="failure">How it is broken.</param>
    public static IEnumerable<string> Lines(ConcurrentFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Result is { } result
            ? Failing(failure.History, result, Shown(failure.History, failure.Recorded))
            : Unanswered(failure.History, ConcurrencyRuleCatalog.Find(failure.Rule)!, failure.Silence);
    }

    /// <summary>The lines for a history that is not linearizable, of which few calls suffice to show it.</summary>
    /// <param name="history">The calls that suffice.</param>
    /// <param name="result">What was found out about them.</param>
    /// <param name="recorded">The whole history.</param>
    public static IEnumerable<string> Lines(History history, LinearizabilityResult result, History recorded)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(recorded);
        return Failing(history, result, Shown(history, recorded));
    }

    /// <summary>
    /// Reads like <c>4 of 120 calls suffice to show it.</c>; null if no call can be left out.
    /// </summary>
    internal static string? Shown(History history, History recorded) => history.Calls.Length == recorded.Calls.Length
        ? null
        : $"{Amount.Of(history.Calls.Length)} of {Amount.Of(recorded.Calls.Length, "call")} suffice to show it.";

    // The calls that got no answer, and those that overlap them.
    private static IEnumerable<string> Unanswered(History history, ConcurrencyRule rule, string? why)
    {
        yield return $"NOT ANSWERED: {history.Header.Implementation} breaks {rule.Id}.";
        yield return $"  {rule.Statement}";
        if (why is not null)
        {
            yield return $"  {SafeText.Line(why, Longest)}";
        }

        yield return "";
        foreach (var line in Drawn(history, HistoryLanes.Around(history, HistoryLanes.Waiting(history))))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Fitting(History history)
    {
        yield return $"LINEARIZABLE: {Extent(history)} fit one order in which every answer is right.";
        foreach (var line in Conflicts(history))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Failing(History history, LinearizabilityResult result, string? shown)
    {
        yield return $"NOT LINEARIZABLE: {history.Header.Implementation} breaks {result.Rule}.";
        yield return $"  {Statement(result.Rule!)}";
        if (shown is not null)
        {
            yield return $"  {shown}";
        }

        yield return "";
        var around = HistoryLanes.Around(history, result.Stuck.Select(stuck => stuck.Call));
        foreach (var line in Drawn(history, around).Concat(Explained(history, result, around)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Drawn(History history, IReadOnlyList<HistoryCall> shown)
    {
        foreach (var sentence in SetupNarration.Sentences(history.Header.Setup))
        {
            yield return $"    {sentence}";
        }

        yield return "";
        foreach (var lane in HistoryLanes.Lines(shown))
        {
            yield return $"    {lane}";
        }

        yield return "";
        var operations = new OperationNarration(history.Header.Setup);
        foreach (var call in shown)
        {
            yield return $"    {call.Number}. Client {call.Client}: {Sentence(call, operations)}";
        }

        yield return "";
    }

    private static IEnumerable<string> Explained(
        History history, LinearizabilityResult result, IReadOnlyCollection<HistoryCall> shown)
    {
        var placed = result.Order.Where(shown.Contains).Select(call => $"{call.Number}").ToList();
        yield return $"  The longest right order takes in {result.Order.Length} of {history.Calls.Length} calls"
            + (placed.Count > 0 ? $", of these: {string.Join(", ", placed)}." : ".");
        yield return result.Orders > 1
            ? $"  Of {result.Orders} such orders, none goes on:"
            : "  It does not go on:";
        foreach (var stuck in result.Stuck)
        {
            foreach (var misfit in stuck.Misfits.Take(MostReasons))
            {
                yield return $"  {stuck.Call.Number}. fits nowhere ({stuck.Rule}), {misfit.Subject}:";
                yield return $"    expected  {misfit.Expected}";
                yield return $"    observed  {misfit.Observed}";
            }
        }
    }

    private static IEnumerable<string> Conflicts(History history)
    {
        var conflicts = new CallOverlaps(history.Calls).Conflicts();
        yield return $"  {Amount.Of(conflicts.Values.Sum(), "overlap")} of calls that conflict"
            + (conflicts.IsEmpty ? ": the history puts nothing to the test." : ":");
        foreach (var (pair, count) in conflicts)
        {
            yield return $"    {count,6}  {pair}";
        }
    }

    /// <summary>What a call asks for, and what it got.</summary>
    internal static string Sentence(HistoryCall call, OperationNarration operations)
    {
        var what = call.Operation is { } operation ? operations.Sentence(operation) : "Observe.";
        return call.IsLost ? $"{what} No answer."
            : call.Outcome is { } outcome ? $"{what} Answer: {outcome}."
            : what;
    }

    private static string Extent(History history) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Amount.Of(history.Calls.Length, "call")} of {Amount.Of(history.Clients, "client")}");

    /// <summary>What a rule says, whether for overlapping requests or for sequences.</summary>
    internal static string Statement(string rule) =>
        ConcurrencyRuleCatalog.Find(rule)?.Statement ?? RuleCatalog.Get(rule).Statement;
}
