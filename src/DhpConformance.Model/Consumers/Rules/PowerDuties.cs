using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class PowerDuties
{
    private static readonly ImmutableArray<ConsumerTrait> Device = [ConsumerTrait.Device];

    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-PWR-01", "The driver grants every power query.")
        {
            Level = Level.Should,
            Sources = ["DHP-REP-11", "DHP-REP-10"],
            Traits = Device,
        },
        new("C-PWR-02", "The driver does not change the power of its device because of a query.")
        {
            Sources = ["DHP-PWR-03"],
            Traits = Device,
        },
        new(
            "C-PWR-03",
            "While the system sleeps, the device is in D3, nothing is transferred, and the driver does not touch "
                + "the hardware.")
        {
            Sources = ["DHP-REP-12", "DHP-PWR-02", "DHP-PWR-04"],
            Traits = Device,
            NotVerified = "Whether interrupts are disabled in the device.",
        },
        new("C-PWR-04", "While its device sleeps, the driver queues new requests; it completes them afterwards.")
        {
            Level = Level.Should,
            Sources = ["DHP-REP-14", "DHP-REP-16", "DHP-PWR-08"],
            Traits = Device,
            NotVerified = "The order in which it completes them.",
        },
        new("C-PWR-05", "The time-out of a request is longer than a hot replace: the suite lets one take 5 seconds.")
        {
            Level = Level.Should,
            Sources = ["DHP-REP-15", "DHP-CRI-11", "G-81"],
            Traits = Device,
            NotVerified = "Longer pauses; no document says how long one may be.",
        },
        new("C-PWR-06", "The driver goes on working when the silicon behind a processor was replaced.")
        {
            Sources = ["DHP-REP-17", "DHP-REP-18", "DHP-CRI-10"],
            NotVerified = "Identities that are not asked for by a call.",
        },
    ];
}
