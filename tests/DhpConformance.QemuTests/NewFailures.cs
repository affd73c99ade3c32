using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;

namespace DhpConformance.QemuTests;

/// <summary>
/// What a campaign found that nobody knew. <c>dhp run --known-failures</c> goes by rules and by what is observed; here
/// a death of QEMU is known only where a processor or a bridge was removed before, since each listed death follows
/// that.
/// </summary>
internal static class NewFailures
{
    private const string Deaths = "REF-07";

    /// <summary>What is wrong with results, given what is known; nothing if all of it is.</summary>
    public static IEnumerable<string> In(RunResults results, KnownFailureList known)
    {
        foreach (var failure in results.Profiles.SelectMany(profile => profile.Failures))
        {
            if (!known.All.Any(one => one.Rule == failure.Rule && one.Is(failure))
                || failure.Rule == Deaths && !RemovesProcessorOrBridge(failure))
            {
                yield return $"New: {failure.Rule ?? "no rule"}: {failure.Subject}: expected {failure.Expected}, "
                    + $"observed {failure.Observed}, after\n  {string.Join("\n  ", failure.Operations)}\n"
                    + failure.Evidence;
            }
        }

        foreach (var gone in known.OutOfDate(results))
        {
            yield return $"{gone.Rule} ({gone.Reason}) does not fail any more: take it off the list.";
        }
    }

    private static bool RemovesProcessorOrBridge(Failure failure) =>
        failure.Operations.OfType<HotRemove>().Any(remove => failure.Setup.Units.Any(
            unit => unit.Id == remove.Unit && unit.Kind is UnitKind.Processor or UnitKind.IoHostBridge));
}
