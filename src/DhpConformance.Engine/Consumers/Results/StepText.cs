using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Consumers;

/// <summary>Machines and steps as sentences.</summary>
public static class StepText
{
    private const ulong Mebibyte = 1UL << 20;

    /// <summary>The machine.</summary>
    public static string Of(ConsumerMachine machine)
    {
        var places = machine.Processors;
        var dense =
            places.Select((place, index) => place == new ProcessorPlace(index / 64, index % 64)).All(same => same);
        var numbers = places.Length == 1 && dense ? "1 processor"
            : dense ? $"{places.Length} processors"
            : $"processors {string.Join(", ", places.Take(12).Select(Of))}{(places.Length > 12 ? ", ..." : "")}";
        return $"A machine with {numbers} of at most {machine.Maximum}, and {Bytes(machine.Memory)}"
            + (machine.FailingRegistrations ? "; registrations fail" : "");
    }

    /// <summary>A step.</summary>
    public static string Of(ConsumerStep step) => step switch
    {
        AddProcessor it => $"Hot add processor {Of(new ProcessorPlace(it.Group, it.Number))}"
            + (it.FailingAllocation > 0 ? $"; allocation {it.FailingAllocation} meanwhile fails" : "")
            + (it.Vetoed ? "; another driver objects" : ""),
        AddMemory it => $"Hot add {Bytes(it.Bytes)} of memory",
        RepeatArrival it => $"Tell of the existing {Words.Of(it.Class)} for the second time",
        AnnounceRemoval it => $"Tell of the removal of a {Words.Of(it.Class)} interface",
        SendMessage it => $"Send a device-change message of something else ({(it.Arrival ? "arrival" : "other code")}, "
            + $"{(it.IsInterface ? "an interface" : "no interface")})",
        SubmitRequest it => $"Submit a request on {Processor(it.Processor)}",
        RunOn it => $"Let it run on {Processor(it.Processor)}",
        InterruptOn it => $"Interrupt on {Processor(it.Processor)}",
        RequestRebalance => "Let a rebalance become due",
        QueryStop => "Ask whether the device may be stopped",
        StopDevice => "Stop the device",
        CancelStop => "Cancel the stop",
        RestartDevice => "Start the device again",
        QuerySleep => "Ask whether the system may sleep, and stay awake",
        Suspend => "Put the system to sleep for a hot replace",
        ReplaceSilicon => "Replace the silicon behind the processors",
        Resume => "Wake the system",
        DeliverArrivals => "Let interface notifications arrive",
        PassTime it => string.Create(CultureInfo.InvariantCulture, $"Let {it.Milliseconds:N0} ms pass"),
        _ => "Let everything settle",
    };

    /// <summary>All steps, numbered, with load first.</summary>
    public static IEnumerable<string> Lines(ConsumerMachine machine, ImmutableArray<ConsumerStep> steps)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return steps.Select((step, place) => $"{place + 1}. {Of(step)}").Prepend(Of(machine));
    }

    private static string Of(ProcessorPlace place) =>
        place.Group == 0 ? $"{place.Number}" : $"{place.Number} of group {place.Group}";

    private static string Processor(int index) => index == int.MaxValue ? "the latest processor"
        : $"processor index {index}";

    private static string Bytes(ulong bytes) => bytes % (1024 * Mebibyte) == 0
        ? $"{bytes / (1024 * Mebibyte)} GiB"
        : $"{bytes / Mebibyte} MiB";
}
