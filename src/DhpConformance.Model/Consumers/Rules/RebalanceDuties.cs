using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class RebalanceDuties
{
    private static readonly ImmutableArray<ConsumerTrait> Device = [ConsumerTrait.Device];

    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-REB-01", "The driver grants the query to stop its device.")
        {
            Level = Level.Should,
            Sources = ["DHP-REB-08", "DHP-REB-10", "G-45"],
            Traits = Device,
            Unless = ConsumerTrait.PagingPath,
        },
        new(
            "C-REB-02",
            "The driver never fails a stop or a cancel-stop, not even a cancel-stop without a query before it.")
        {
            Sources = ["DHP-REB-12", "DHP-REB-15", "DHP-REB-16"],
            Traits = Device,
        },
        new(
            "C-REB-03",
            "While the device is stopped, the driver has no interrupt connected and no transfer under way, and "
                + "does not touch the hardware.")
        {
            Sources = ["DHP-REB-13", "DHP-REB-22"],
            Traits = Device,
            NotVerified = "Accesses that no call shows.",
        },
        new(
            "C-REB-04",
            "Requests that the driver held while its device was stopped go on in the order in which they arrived.")
        {
            Sources = ["DHP-REB-20"],
            Traits = Device,
            NotVerified = "The order of requests that were under way before.",
        },
        new(
            "C-REB-05",
            "When its device is started again, the driver connects its interrupt with the processors that are "
                + "active now.")
        {
            Level = Level.Should,
            Sources = ["DHP-REB-22", "DHP-CRI-07"],
            Traits = [ConsumerTrait.Device, ConsumerTrait.Interrupts],
        },
        new("C-REB-06", "After start or cancel-stop, every request that the driver held is completed once.")
        {
            Sources = ["DHP-REB-15", "DHP-REB-18", "DHP-REB-20"],
            Traits = Device,
        },
        new("C-REB-07", "While its device is stopped, the driver holds new requests and fails none.")
        {
            Sources = ["DHP-REB-13", "DHP-REB-19", "DHP-REB-20"],
            Traits = Device,
        },
        new("C-REB-08", "The driver holds no Plug and Play request and no power request.")
        {
            Sources = ["DHP-REB-20"],
            Traits = Device,
            NotVerified = "Requests that are answered after everything has settled, while the device is not stopped.",
        },
    ];
}
