using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws scripts of drivers and applications: what the profile promises and the implementation claims, mostly; now and
/// then more than that, or something that contradicts itself.
/// </summary>
internal static class ScriptGenerator
{
    public static DriverScript Driver(Claims claims, Profile profile, ref Draw draw)
    {
        var synchronous = draw.Chance(50)
            && Asks(claims.Has(Claim.SynchronousNotification), profile, Behaviour.SynchronousNotification, ref draw);
        var arrivals =
            Asks(claims.Has(Claim.AsynchronousNotification), profile, Behaviour.ArrivalNotification, ref draw);
        var script = new DriverScript
        {
            Synchronous = synchronous,
            IncludeExisting = synchronous && draw.Chance(35),
            VetoesStart = synchronous && draw.Chance(35) ? 1 + draw.Below(4) : null,
            ProcessorArrivals = arrivals && draw.Chance(40),
            MemoryArrivals = arrivals && draw.Chance(40),
            Device = claims.Has(Claim.ResourceRebalance) && draw.Chance(65) ? Device(claims, ref draw) : null,
        };
        script = script with
        {
            ExistingArrivals = (script.ProcessorArrivals || script.MemoryArrivals) && draw.Chance(35),
        };
        return draw.Chance(5) ? Contradictory(claims, script, ref draw) : script;
    }

    public static ApplicationScript Application(ref Draw draw) => draw.Chance(5)
        ? new(false, false)
        : draw.Of([new ApplicationScript(true, true), new(true, false), new(false, true)]);

    // One time in twenty something that the profile does not promise: it has to be refused.
    private static bool Asks(bool claimed, Profile profile, Behaviour behaviour, ref Draw draw) =>
        (claimed && profile.Promises(behaviour)) || draw.Chance(claimed ? 5 : 1);

    private static DeviceScript Device(Claims claims, ref Draw draw)
    {
        var failsRestart = draw.Chance(14);
        var mayDisturbSleep = claims.Has(Claim.Quiescence) && !failsRestart;
        return new DeviceScript
        {
            Class = draw.Chance(30) ? DeviceClass.Network : DeviceClass.Other,
            RebalancePolicy = draw.Chance(50) ? null : draw.Of([1, 2, 2, 0, 3]),
            ClassOptOut = draw.Chance(50) ? null : draw.Chance(50),
            RejectsQueryStop = draw.Chance(15),
            FailsRestart = failsRestart,
            RejectsQueryPower = mayDisturbSleep && draw.Chance(10),
            NeverReachesD3 = mayDisturbSleep && draw.Chance(5),
            NonDynamic = mayDisturbSleep && draw.Chance(5),
        };
    }

    private static DriverScript Contradictory(Claims claims, DriverScript script, ref Draw draw)
    {
        var device = Device(claims, ref draw) with { FailsRestart = true };
        return draw.Below(6) switch
        {
            0 => script with { Synchronous = false, IncludeExisting = true },
            1 => script with { Synchronous = false, IncludeExisting = false, VetoesStart = 1 },
            2 => script with { VetoesStart = draw.Below(2) - 1 },
            3 => script with { ProcessorArrivals = false, MemoryArrivals = false, ExistingArrivals = true },
            4 => script with { Device = device with { NonDynamic = true } },
            _ => script with { Device = device with { NeverReachesD3 = draw.Chance(50), RejectsQueryPower = true } },
        };
    }
}
