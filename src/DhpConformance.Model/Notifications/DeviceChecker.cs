using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that each device is shown as what it was told: paused between stop and start, removed after surprise
/// removal, else started. Sources: DHP-REB-13, -14, -17; decision G-74.
/// Does not verify: which devices are shown, which is asked with the rest of the state.
/// </summary>
internal static class DeviceChecker
{
    public static Breach? FirstBreach(List<Account> accounts, Episode? latest, Observation observation)
    {
        foreach (var account in accounts)
        {
            if (account.Device is null)
            {
                continue;
            }

            foreach (var seen in observation.Partitions[account.Partition].Devices)
            {
                if (seen.Driver == account.Consumer.Id && seen.State != account.Device.State)
                {
                    return Scene.Breach(
                        Rule(account, seen.State, latest),
                        account,
                        $"its device is {Words.Of(account.Device.State)}",
                        $"its device is {Words.Of(seen.State)}");
                }
            }
        }

        return null;
    }

    private static string Rule(Account account, DeviceState seen, Episode? latest) =>
        account.Device!.Removed || seen == DeviceState.Removed ? "REB-17"
        : latest is not { IsCarriedOut: true, Decision.Operation: OperationKind.HotReplace }
            || latest.Decision.Partition != account.Partition ? "REB-14"
        : latest.Outcome.Kind == OutcomeKind.Failed ? "QUI-10"
        : "QUI-04";
}
