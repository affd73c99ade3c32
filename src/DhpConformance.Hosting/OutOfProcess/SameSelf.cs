using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// An adapter that is started again must say the same of itself as before: the cases that already ran were chosen
/// by what it claimed then.
/// </summary>
internal static class SameSelf
{
    public static Handshake OrThrow(ImplementationDescription? before, Handshake now)
    {
        if (before is null || before == now.Description)
        {
            return now;
        }

        var claims = ClaimsDifference.Describe(before.Claims, now.Description.Claims, "before", "now");
        throw new HostingException(
            HostingFault.ClaimsDiffer,
            $"The adapter was started again and describes itself differently: {claims ?? "name, version or limits"}. "
                + "Give the same answer to 'initialize' every time.");
    }
}
