using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>CON: who can be registered, and that only they are notified, of their own partition, truthfully.</summary>
internal static class ConsumerRules
{
    // What an implementation has to claim for there to be a consumer at all.
    private static readonly Claims Consumers = Claims.Of(
        SynchronousNotification,
        AsynchronousNotification,
        ApplicationNotification,
        Claim.ResourceRebalance,
        Quiescence);

    public static readonly Rule[] All =
    [
        new("CON-01",
            "A driver or application can be registered at any time in a running partition, and deregistered at "
            + "any time.")
        {
            Sources = ["DHP-SYN-01", "DHP-SYN-03", "DHP-SYN-16", "DHP-ASY-12", "DHP-APP-02", "DHP-APP-12"],
            Derived = true,
            OneOfClaims = Consumers,
            ReachedOn = [DriverRegistered, ApplicationRegistered, ConsumerDeregistered],
        },
        new(
            "CON-02",
            "A registration is refused as invalid if the consumer is registered already or its script "
                + "contradicts itself.")
        {
            Sources = ["G-00"],
            Derived = true,
            OneOfClaims = Consumers,
            ReachedOn = [RegistrationRefusedAsInvalid],
        },
        new("CON-03", "Consumers are registered only in a partition that runs.")
        {
            Sources = ["G-00", "DHP-SYN-03"],
            Derived = true,
            OneOfClaims = Consumers,
            ReachedOn = [RegistrationRefusedAsNotRunning],
        },
        new(
            "CON-04",
            "Only registered consumers get notifications: none before the registration, none after the "
                + "deregistration except of arrivals caused before, and none after the partition stopped, "
                + "restarted or crashed.")
        {
            Sources = ["DHP-SYN-01", "DHP-SYN-04", "DHP-ASY-13", "DHP-ASY-14", "DHP-APP-12", "G-14", "G-28", "G-33"],
            Derived = true,
            OneOfClaims = Consumers,
            Capability = HotOperation.Add,
            ReachedOn = [AddAfterDeregistration, AddAfterRegistrationsEnded],
        },
        new("CON-05", "A consumer gets notifications only of what happens in its own partition.")
        {
            NeedsNeighbour = true,
            Sources = ["DHP-TOP-04", "DHP-TOP-18", "G-18", "G-84"],
            Derived = true,
            OneOfClaims = Consumers,
            Capability = HotOperation.Add,
            ReachedOn = [HotOperationBesideConsumerElsewhere],
        },
        new(
            "CON-06",
            "What a consumer reads when it gets a notification is what holds at that moment: active processors "
                + "and memory are neither ahead of what happened nor behind it.")
        {
            Sources = ["DHP-PROC-06", "DHP-PROC-14", "DHP-ADDM-06", "DHP-MEM-10", "G-09", "G-58"],
            Derived = true,
            OneOfClaims = Consumers,
            ReachedOn = [Told],
            NotVerified = "Numbers read between two notifications.",
        },
        new(
            "CON-07",
            "Each registered driver with a device, and each registered application, is shown in its own "
                + "partition and in no other.")
        {
            Sources = ["DHP-TOP-04", "DHP-REB-14", "G-74"],
            Derived = true,
            OneOfClaims = Claims.Of(ApplicationNotification, Claim.ResourceRebalance),
            ReachedOn = [DeviceRegistered, ApplicationRegistered],
            ReachedAt = [MoreThanFourConsumers],
        },
        new("CON-08", "A registration, a deregistration or an I/O request changes nothing else, anywhere.")
        {
            Sources = ["DHP-TOP-04", "G-00"],
            Derived = true,
            OneOfClaims = Consumers,
            ReachedOn = [DriverRegistered, ApplicationRegistered, ConsumerDeregistered],
        },
    ];
}
