using DhpConformance.Abstractions;

namespace DhpConformance.Model.Transitions;

/// <summary>What an implementation has to claim before a consumer with some script may be asked of it.</summary>
internal static class ConsumerClaims
{
    private static ReadOnlySpan<Claim> Drivers =>
    [
        Claim.SynchronousNotification, Claim.AsynchronousNotification, Claim.ResourceRebalance, Claim.Quiescence,
    ];

    /// <summary>Whether there can be any consumer.</summary>
    public static bool AllowAny(Claims claims) => AllowDrivers(claims) || claims.Has(Claim.ApplicationNotification);

    /// <summary>Whether there can be a driver with this script.</summary>
    public static bool Allow(Claims claims, DriverScript script) =>
        AllowDrivers(claims) && claims.HasAll(Needs(script));

    private static bool AllowDrivers(Claims claims) => claims.Without(Drivers) != claims;

    private static Claims Needs(DriverScript script)
    {
        var needs = Claims.None;
        if (script.Synchronous || script.IncludeExisting || script.VetoesStart is not null)
        {
            needs = needs.With(Claim.SynchronousNotification);
        }

        if (script.ProcessorArrivals || script.MemoryArrivals || script.ExistingArrivals)
        {
            needs = needs.With(Claim.AsynchronousNotification);
        }

        if (script.Device is not { } device)
        {
            return needs;
        }

        return device.RejectsQueryPower || device.NeverReachesD3 || device.NonDynamic
            ? needs.With(Claim.ResourceRebalance, Claim.Quiescence)
            : needs.With(Claim.ResourceRebalance);
    }
}
