using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>
/// What a refusal of QEMU means in the words of the contract. QEMU gives a text and hardly ever a class; a text that
/// is not in the table becomes <see cref="RefusalReason.Invalid"/>, which no rule permits here, so that it is seen.
/// </summary>
internal static class Refusals
{
    private static readonly (string Fragment, RefusalReason Reason)[] Meanings =
    [
        ("duplicate", RefusalReason.InUse),
        ("out of range", RefusalReason.LimitExceeded),
        ("must be in range", RefusalReason.LimitExceeded),
        ("not enough space", RefusalReason.LimitExceeded),

        // The memory limit would allow the module, but QEMU has no room for it; reported as the limit rule.
        ("memory fragmented", RefusalReason.LimitExceeded),
        ("already in the process of unplug", RefusalReason.Busy),
        ("unplug request for not supported device", RefusalReason.NotSupported),
        ("does not support hot unplug", RefusalReason.NotSupported),
    ];

    /// <summary>The reason of a refusal; null if it is none.</summary>
    /// <exception cref="ServerFaultException">QEMU got no memory from the system; nothing was changed.</exception>
    public static RefusalReason? Of(QmpAnswer answer)
    {
        if (answer.Error is not { } text)
        {
            return null;
        }

        if (MemoryShortage.IsIn(text))
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart, $"QEMU said \"{text}\"; {MemoryShortage.Remedy}.", effectUnknown: false);
        }

        foreach (var (fragment, reason) in Meanings)
        {
            if (text.Contains(fragment, StringComparison.OrdinalIgnoreCase))
            {
                return reason;
            }
        }

        return answer.ErrorClass == "DeviceNotFound" ? RefusalReason.NotAssigned : RefusalReason.Invalid;
    }
}
