using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// An adapter that is started again must say the same of itself as before: the cases that already ran were chosen
/// by what it claimed then.
/// </summary>
internal static class ConsistentDescription
{
    public static Handshake OrThrow(ImplementationDescription? before, Handshake now)
    {
        if (before is null || before == now.Description)
        {
            return now;
        }

        var words = ClaimsDifference.Describe(before.Claims, now.Description.Claims, "before", "now")
            ?? Differs("name", before.Name, now.Description.Name)
            ?? Differs("version", before.Version, now.Description.Version)
            ?? $"its limits were {before.Limits} and are {now.Description.Limits}";
        throw new HostingException(
            HostingFault.ClaimsDiffer,
            $"The adapter was started again and describes itself differently: {words}. "
                + "Give the same answer to 'initialize' every time.");
    }

    private static string? Differs(string what, string before, string now) => before == now
        ? null
        : $"its {what} was \"{Excerpt.Of(before)}\" and is \"{Excerpt.Of(now)}\"";
}
