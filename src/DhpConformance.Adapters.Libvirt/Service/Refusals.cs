using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Virsh;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>
/// What a refusal of libvirt means in the words of the contract. libvirt gives a text; one that is not in the tables
/// becomes <see cref="RefusalReason.Invalid"/>, which no rule permits here, so that it is seen.
/// </summary>
internal static class Refusals
{
    private static readonly (string Words, RefusalReason Reason)[] OfAdd =
    [
        ("non unique alias", RefusalReason.InUse),
        ("is already in requested state", RefusalReason.InUse),
        ("is not present in", RefusalReason.LimitExceeded),
        ("would exceed domain's maxMemory", RefusalReason.LimitExceeded),
        ("not enough space", RefusalReason.LimitExceeded),
        ("memory fragmented", RefusalReason.LimitExceeded),
    ];

    private static readonly (string Words, RefusalReason Reason)[] OfRemove =
    [
        ("device was not found", RefusalReason.NotAssigned),
        ("no device found", RefusalReason.NotAssigned),
        ("is already in requested state", RefusalReason.NotAssigned),
        ("is not present in", RefusalReason.NotAssigned),
        ("already in progress", RefusalReason.Busy),
        ("already in the process of unplug", RefusalReason.Busy),
    ];

    /// <summary>The reason of a refused add; null if it was not refused.</summary>
    /// <exception cref="ServerFaultException">QEMU got no memory from the system; nothing was changed.</exception>
    public static RefusalReason? OfAdding(VirshAnswer answer) => Of(answer, OfAdd);

    /// <summary>The reason of a refused remove; null if it was not refused.</summary>
    /// <exception cref="ServerFaultException">QEMU got no memory from the system; nothing was changed.</exception>
    public static RefusalReason? OfRemoving(VirshAnswer answer) => Of(answer, OfRemove);

    private static RefusalReason? Of(VirshAnswer answer, (string Words, RefusalReason Reason)[] meanings)
    {
        if (answer.Succeeded)
        {
            return null;
        }

        if (MemoryShortage.IsIn(answer.Error))
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart, $"libvirt said \"{answer.Reason}\"; {MemoryShortage.Remedy}.",
                effectUnknown: false);
        }

        foreach (var (words, reason) in meanings)
        {
            if (answer.Says(words))
            {
                return reason;
            }
        }

        return RefusalReason.Invalid;
    }
}
