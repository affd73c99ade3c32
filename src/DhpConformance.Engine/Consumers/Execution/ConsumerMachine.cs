using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>The machine that a consumer is loaded on.</summary>
/// <param name="Processors">The processors that are active at first, one or more, in the order of their
/// indexes.</param>
/// <param name="Maximum">How many processors there can ever be.</param>
/// <param name="Memory">Physical memory in bytes.</param>
public sealed record ConsumerMachine(ImmutableArray<ProcessorPlace> Processors, int Maximum, ulong Memory)
{
    private const ulong Mebibyte = 1UL << 20;

    /// <summary>The most ordinary machine: one processor of at most 64, and 1 GiB.</summary>
    public static ConsumerMachine Usual { get; } = new([new(0, 0)], 64, 1024 * Mebibyte);

    /// <summary>Whether registrations of processor callbacks and interfaces fail.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FailingRegistrations { get; init; }

    /// <summary>The operating system when it has started.</summary>
    internal SystemState Started()
    {
        var processors = Processors.Select((place, index) => new ProcessorNumber(index, place.Group, place.Number));
        var state = new SystemState
        {
            Processors = [.. processors],
            ProcessorsAtStart = Processors.Length,
            MaximumProcessors = Maximum,
            MaximumGroups = Math.Max(1, (Maximum + 63) / 64),
            Memory = Memory,
            PoolBytes = Math.Max(16 * Mebibyte, Memory / 16),
            FailingRegistration = FailingRegistrations,
        };
        return state with { ProcessAffinity = state.MaskOf(0) };
    }
}

/// <summary>Where a processor is.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Number">Its number in the group, 0 to 63.</param>
public readonly record struct ProcessorPlace(int Group, int Number);
