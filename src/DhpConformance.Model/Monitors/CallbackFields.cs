using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: unit, numbers and status in the callbacks of a hot add. Sources: DHP-PROC-26, DHP-SYN-05, -06, -09;
/// decisions G-26, G-34.
/// Does not verify: which number a new processor gets (G-35), and which status says what.
/// </summary>
internal sealed class CallbackFields(OperationLog log, List<OfferedProcessor> processors)
{
    public NotificationViolation? FirstViolation() =>
        First("SYN-07", Numbers) ?? First("SYN-09", StartStatus) ?? First("SYN-06", EndStatus);

    private string? Numbers(OfferedProcessor one, CallbackCall call)
    {
        var unit = log.Inventory.Unit(log.Operation!.Decision.Unit);
        if (call.Notice.Unit != unit)
        {
            return $"unit {unit}";
        }

        if (!log.Inventory.Claims.Has(Claim.ProcessorNumbers))
        {
            return null;
        }

        return call.Notice.Processor is not { } processor || processor.Unit != unit ? $"a logical processor of {unit}"
            : processor != one.Processor ? $"{NotificationText.Of(one.Processor!.Value)}, as in its first callback"
            : one.Added && IsTaken(one, call) ? "another number than that of the one before"
            : one.Added && !IsShown(processor) ? "a logical processor that the partition shows afterwards"
            : null;
    }

    private static string? StartStatus(OfferedProcessor one, CallbackCall call) =>
        call.Kind != ProcessorStart || (call.Notice.Status != 0) == Veto.IsCastBy(call.Driver, one.Nth) ? null
            : call.Notice.Status == 0 ? "a status other than 0: it vetoes this one"
            : "status 0";

    private static string? EndStatus(OfferedProcessor one, CallbackCall call) =>
        call.Kind == ProcessorStart || (call.Notice.Status != 0) == (call.Kind == ProcessorFailure) ? null
            : call.Kind == ProcessorFailure ? "a status other than 0"
            : "status 0";

    private bool IsTaken(OfferedProcessor one, CallbackCall call) => processors
        .TakeWhile(other => other != one)
        .Any(other => other.Added && other.Calls.Count > 0 && other.Calls[0].Identity == call.Identity);

    private bool IsShown(LogicalProcessor processor) =>
        log.Shown is null || log.Shown.Partitions[log.Partition].Processors.Contains(processor);

    private NotificationViolation? First(string rule, Func<OfferedProcessor, CallbackCall, string?> expectation)
    {
        foreach (var one in processors)
        {
            foreach (var call in one.Calls)
            {
                if (expectation(one, call) is { } expected)
                {
                    return new(rule, call.Driver.ToString(), expected, NotificationText.Of(call.Notice), log.Partition);
                }
            }
        }

        return null;
    }
}
