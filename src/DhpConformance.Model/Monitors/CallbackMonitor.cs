using System.Numerics;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// The callbacks of one hot add of a processor, in every reading. A Start after a veto may be a late call for the
/// logical processor that was vetoed, or the first one for the next, which may be offered with the same numbers: what
/// comes later tells (decisions G-21, G-22).
/// </summary>
internal sealed class CallbackMonitor
{
    private readonly OperationLog log;
    private readonly List<Registration> drivers;
    private readonly BigInteger everybody;
    private readonly BigInteger[] vetoing;
    private readonly int added;
    private readonly int failing;

    private CallbackMonitor(OperationLog log, List<Registration> drivers)
    {
        this.log = log;
        this.drivers = drivers;
        everybody = (BigInteger.One << drivers.Count) - 1;
        vetoing = new BigInteger[log.Inventory.Components(log.Operation!.Decision.Unit)];
        for (var nth = 0; nth < vetoing.Length; nth++)
        {
            for (var driver = 0; driver < drivers.Count; driver++)
            {
                vetoing[nth] |= Veto.IsCastBy(drivers[driver], nth + 1) ? BigInteger.One << driver : 0;
            }
        }

        added = log.Added;
        failing = vetoing.Count(static veto => veto.IsZero) - added;
    }

    private enum Phase
    {
        Offered,
        Completing,
        Failing,
    }

    /// <summary>
    /// Whether some reading of the callbacks is right. Which rule is broken if none is, says
    /// <see cref="CallbackDiagnosis"/>.
    /// </summary>
    public static bool Accepts(OperationLog log, List<Registration> drivers)
    {
        var monitor = new CallbackMonitor(log, drivers);
        var readings = new List<Reading> { default };
        foreach (var notice in log.Notices)
        {
            if (notice.Kind.IsCallback && log.PartitionOf(notice) == log.Partition)
            {
                var driver = drivers.FindIndex(driver => driver.Id == notice.Consumer);
                readings = [.. readings.SelectMany(reading => monitor.After(reading, driver, notice)).Distinct()];
            }
        }

        return readings.Exists(reading => reading.Nth == monitor.vetoing.Length && monitor.IsOver(reading)
            && reading.Added == monitor.added);
    }

    private IEnumerable<Reading> After(Reading reading, int driver, Notification notice)
    {
        if (!HasRightUnit(notice))
        {
            return [];
        }

        var bit = BigInteger.One << driver;
        return notice.Kind switch
        {
            ProcessorStart => Starts(reading, drivers[driver], bit, notice),
            ProcessorComplete => Completes(reading, bit, notice),
            _ => Failures(reading, bit, notice),
        };
    }

    private IEnumerable<Reading> Starts(Reading reading, Registration driver, BigInteger bit, Notification notice)
    {
        if (notice.ActiveProcessors != log.Before.Partitions[log.Partition].ActiveProcessors + reading.Added)
        {
            yield break;
        }

        var isStatusRight = (notice.Status != 0) == Veto.IsCastBy(driver, reading.Nth);
        if (reading.Nth > 0 && (reading.Started & bit).IsZero && notice.Processor == reading.Processor && isStatusRight
            && (reading.Phase == Phase.Offered || (reading.Phase == Phase.Failing && IsVetoed(reading))))
        {
            yield return reading with { Started = reading.Started | bit };
        }

        if (reading.Nth < vetoing.Length && IsOver(reading)
            && (notice.Status != 0) == Veto.IsCastBy(driver, reading.Nth + 1))
        {
            yield return new(reading.Nth + 1, Phase.Offered, bit, 0, reading.Added, reading.Failed, notice.Processor);
        }
    }

    private IEnumerable<Reading> Completes(Reading reading, BigInteger bit, Notification notice)
    {
        if (reading.Nth == 0 || IsVetoed(reading) || notice.Status != 0 || notice.Processor != reading.Processor)
        {
            yield break;
        }

        var isFirst = reading.Phase == Phase.Offered && reading.Started == everybody && reading.Added < added
            && IsNewAndShown(reading, notice);
        var isNext = reading.Phase == Phase.Completing && (reading.Ended & bit).IsZero;
        var count = reading.Added + (isFirst ? 1 : 0);
        if ((isFirst || isNext)
            && notice.ActiveProcessors == log.Before.Partitions[log.Partition].ActiveProcessors + count)
        {
            yield return reading with { Phase = Phase.Completing, Ended = reading.Ended | bit, Added = count };
        }
    }

    private IEnumerable<Reading> Failures(Reading reading, BigInteger bit, Notification notice)
    {
        if (reading.Nth == 0 || notice.Status == 0 || notice.Processor != reading.Processor
            || (reading.Started & bit).IsZero || !(reading.Ended & bit).IsZero || reading.Phase == Phase.Completing
            || (IsVetoed(reading) && (reading.Started & vetoing[reading.Nth - 1]).IsZero)
            || notice.ActiveProcessors != log.Before.Partitions[log.Partition].ActiveProcessors + reading.Added)
        {
            yield break;
        }

        var isFirst = reading.Phase == Phase.Offered && !IsVetoed(reading);
        if (!isFirst || (reading.Started == everybody && reading.Failed < failing))
        {
            yield return reading with
            {
                Phase = Phase.Failing,
                Ended = reading.Ended | bit,
                Failed = reading.Failed + (isFirst ? 1 : 0),
            };
        }
    }

    private bool IsVetoed(in Reading reading) => !vetoing[reading.Nth - 1].IsZero;

    // Whether nothing is owed for the logical processor at hand, so that the next may be offered.
    private bool IsOver(in Reading reading)
    {
        if (reading.Nth == 0 || !IsVetoed(reading))
        {
            return reading.Nth == 0 || (reading.Phase != Phase.Offered && reading.Ended == everybody);
        }

        var veto = vetoing[reading.Nth - 1];
        var accepted = reading.Started & ~veto;
        return !(reading.Started & veto).IsZero && (reading.Ended & accepted) == accepted;
    }

    private bool HasRightUnit(Notification notice)
    {
        var unit = log.Inventory.Unit(log.Operation!.Decision.Unit);
        return notice.Unit == unit && (!log.Inventory.Claims.Has(Claim.ProcessorNumbers)
            || (notice.Processor is { } processor && processor.Unit == unit));
    }

    private bool IsNewAndShown(Reading reading, Notification notice)
    {
        if (notice.Processor is not { } processor)
        {
            return true;
        }

        return (log.Shown is null || log.Shown.Partitions[log.Partition].Processors.Contains(processor))
            && !log.Completions().Take(reading.Added).Any(other =>
                (other.Processor?.Group, other.Processor?.Number) == (processor.Group, processor.Number));
    }

    /// <summary>One reading of the callbacks so far.</summary>
    /// <param name="Nth">Which logical processor of the unit it is at, counted from 1; 0 before the first.</param>
    /// <param name="Phase">How far that is.</param>
    /// <param name="Started">The drivers that got Start for it, a bit for each.</param>
    /// <param name="Ended">The drivers that got Complete or Failure for it.</param>
    /// <param name="Added">How many became active.</param>
    /// <param name="Failed">How many did not start, without a veto.</param>
    /// <param name="Processor">Its numbers, as its first Start gives them.</param>
    private readonly record struct Reading(
        int Nth,
        Phase Phase,
        BigInteger Started,
        BigInteger Ended,
        int Added,
        int Failed,
        LogicalProcessor? Processor);
}
