using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that each device is shown as what was delivered says: paused between stop and start and while it sleeps,
/// removed after surprise removal, else started. Sources: DHP-REB-13, -14, -17; decision G-74.
/// Does not verify: which devices are shown, which is asked with the rest of the state.
/// </summary>
internal static class DeviceStateChecker
{
    /// <summary>The first device in a state that no reading has; null if there is none. Others are dropped.</summary>
    public static NotificationViolation? FirstViolation(
        List<ConsumerMonitors> consumers, UnobservedOperation? latest, Observation observation)
    {
        for (var i = 0; i < consumers.Count; i++)
        {
            var consumer = consumers[i];
            if (consumer.Device is null || consumer.IsDeregistered)
            {
                continue;
            }

            foreach (var seen in observation.Partitions[consumer.Partition].Devices)
            {
                if (seen.Driver != consumer.Consumer.Id)
                {
                    continue;
                }

                if (seen.State == DeviceState.Paused && consumer.Device.MaySleepUnseen
                    && consumer.Device.Readings.Any(static reading => reading.State == DeviceState.Started))
                {
                    continue;
                }

                if (consumer.Device.Where(reading => reading.State == seen.State) is not { } shown)
                {
                    return consumer.Violation(
                        Rule(consumer, seen.State, latest),
                        $"its device is {Words.Of(consumer.Device.Readings[0].State)}",
                        $"its device is {Words.Of(seen.State)}");
                }

                consumers[i] = ReferenceEquals(shown, consumer.Device) ? consumer : consumer with { Device = shown };
            }
        }

        return null;
    }

    private static string Rule(ConsumerMonitors consumer, DeviceState seen, UnobservedOperation? latest)
    {
        var expected = consumer.Device!.Readings[0];
        var isAfterReplace = latest is { IsCarriedOut: true, Decision.Operation: OperationKind.HotReplace }
            && latest.Decision.Partition == consumer.Partition;
        return expected.Removed || seen == DeviceState.Removed ? "REB-17"
            : expected.Sleep != Sleep.Awake ? PowerMonitor.RuleOf(consumer.Device)
            : !isAfterReplace ? "REB-14"
            : latest!.Outcome.Kind == OutcomeKind.Failed ? "QUI-10"
            : "QUI-04";
    }
}
