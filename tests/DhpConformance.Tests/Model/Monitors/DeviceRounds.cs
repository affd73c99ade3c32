using System.Collections.Immutable;
using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>What may cause a rebalance round of a device, from one place of the log to another.</summary>
/// <param name="From">The first place at which it may begin.</param>
/// <param name="Until">The place from which it may not begin any more.</param>
/// <param name="IsProcessor">Whether it is a processor that was added; else a bridge.</param>
/// <param name="Operation">The operation that added it.</param>
/// <param name="Nth">Its place among the processors of that operation: two of one unit are two causes.</param>
internal sealed record RoundCause(int From, int Until, bool IsProcessor, int Operation, int Nth);

/// <summary>A rebalance round of a device.</summary>
/// <param name="From">The place of its query-stop.</param>
/// <param name="End">The place of the last step; null if it has not come.</param>
/// <param name="Cause">What caused it; null if nothing that the log names.</param>
internal sealed record DeviceRound(int From, int? End, RoundCause? Cause);

/// <summary>One reading of the steps of a device: which round each belongs to, and what causes each round.</summary>
/// <param name="Driver">The driver of the device.</param>
/// <param name="Rounds">Its rounds, in order.</param>
/// <param name="Steps">The steps so far of a round that has not ended.</param>
/// <param name="RemovedAt">The place of the surprise removal; null if there is none.</param>
internal sealed record DeviceRounds(
    RegisterDriver Driver, ImmutableList<DeviceRound> Rounds, string Steps, int? RemovedAt)
{
    // A letter for each step: query-stop, rejected, stop, start, failed start, surprise removal, cancel-stop.
    private static readonly (NotificationKind Kind, bool IsError, char Letter)[] Letters =
    [
        (QueryStop, false, 'q'), (QueryStop, true, 'r'), (Stop, false, 's'), (Start, false, 't'), (Start, true, 'f'),
        (SurpriseRemoval, false, 'x'), (CancelStop, false, 'c'),
    ];

    /// <summary>Whether the device is between stop and start.</summary>
    public bool IsStopped => Steps == "qs";

    private DeviceScript Device => Driver.Script.Device!;

    // Whole rounds. A cancel-stop ends one after query-stop; others are without effect.
    private string[] Whole => Device.RejectsQueryStop ? ["rc"] : Device.FailsRestart ? ["qsfx", "qc"] : ["qst", "qc"];

    /// <summary>The readings with one more step.</summary>
    public IEnumerable<DeviceRounds> With(Notification step, int at, IEnumerable<RoundCause> causes)
    {
        var letter = Array.Find(Letters, one => one.Kind == step.Kind && one.IsError == (step.Status != 0)).Letter;
        if (RemovedAt is not null || letter == 0)
        {
            return [];
        }

        var steps = Steps + letter;
        var isSpurious = letter == 'c' && Steps is "" or "q";
        var next = Whole.Any(whole => whole.StartsWith(steps, StringComparison.Ordinal))
            ? Steps.Length > 0 ? [Ended(steps, at)] : Begun(steps, at, causes)
            : [];
        return isSpurious ? next.Append(this) : next;
    }

    private IEnumerable<DeviceRounds> Begun(string steps, int at, IEnumerable<RoundCause> causes) => causes
        .Where(cause => Rounds.TrueForAll(round => round.Cause != cause))
        .Append(null)
        .Select(cause => this with { Steps = steps, Rounds = Rounds.Add(new(at, null, cause)) });

    private DeviceRounds Ended(string steps, int at) => !Whole.Contains(steps) ? this with { Steps = steps } : this with
    {
        Steps = "",
        Rounds = Rounds.SetItem(Rounds.Count - 1, Rounds[^1] with { End = at }),
        RemovedAt = steps[^1] == 'x' ? at : null,
    };
}
