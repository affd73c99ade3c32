using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws scripts of drivers and applications: what the profile promises and the implementation claims, mostly; now and
/// then more than that, or something that contradicts itself.
/// </summary>
internal static class ScriptGenerator
{
    // Whoever vetoes the tenth processor has to be there while ten are added: that is so in long cases.
    private const int FewStarts = 4;
    private const int ManyStarts = 12;

    /// <param name="claims">What the implementation claims.</param>
    /// <param name="profile">The operating system that the driver is registered in.</param>
    /// <param name="isCrowded">Whether many drivers come and go, and more processors are vetoed.</param>
    /// <param name="random">What the script is drawn from.</param>
    public static DriverScript Driver(Claims claims, Profile profile, bool isCrowded, ref RandomSource random)
    {
        var synchronous = random.Chance(50)
            && Asks(claims.Has(Claim.SynchronousNotification), profile, Behaviour.SynchronousNotification, ref random);
        var arrivals =
            Asks(claims.Has(Claim.AsynchronousNotification), profile, Behaviour.ArrivalNotification, ref random);
        var script = new DriverScript
        {
            Synchronous = synchronous,
            IncludeExisting = synchronous && random.Chance(35),
            VetoesStart = synchronous && random.Chance(isCrowded ? 60 : 35)
                ? 1 + random.Below(isCrowded ? ManyStarts : FewStarts)
                : null,
            ProcessorArrivals = arrivals && random.Chance(40),
            MemoryArrivals = arrivals && random.Chance(40),
            Device = claims.Has(Claim.ResourceRebalance) && random.Chance(65)
                ? Device(claims, isCrowded, ref random)
                : null,
        };
        script = script with
        {
            ExistingArrivals = (script.ProcessorArrivals || script.MemoryArrivals) && random.Chance(35),
        };
        return random.Chance(5) ? Contradictory(claims, script, ref random) : script;
    }

    public static ApplicationScript Application(ref RandomSource random) => random.Chance(5)
        ? new(false, false)
        : random.Of([new ApplicationScript(true, true), new(true, false), new(false, true)]);

    // One time in twenty something that the profile does not promise: it has to be refused.
    private static bool Asks(bool claimed, Profile profile, Behaviour behaviour, ref RandomSource random) =>
        (claimed && profile.Promises(behaviour)) || random.Chance(claimed ? 5 : 1);

    private static DeviceScript Device(Claims claims, bool isCrowded, ref RandomSource random)
    {
        var failsRestart = random.Chance(14);
        var mayDisturbSleep = claims.Has(Claim.Quiescence) && !failsRestart;
        return new DeviceScript
        {
            Class = random.Chance(30) ? DeviceClass.Network : DeviceClass.Other,
            RebalancePolicy = random.Chance(50) ? null : random.Of([1, 2, 2, 0, 3]),
            ClassOptOut = random.Chance(50) ? null : random.Chance(50),
            RejectsQueryStop = random.Chance(15),
            FailsRestart = failsRestart,
            RejectsQueryPower = mayDisturbSleep && random.Chance(10),
            NeverReachesD3 = mayDisturbSleep && random.Chance(8),
            NonDynamic = mayDisturbSleep && random.Chance(isCrowded ? 1 : 8),
        };
    }

    private static DriverScript Contradictory(Claims claims, DriverScript script, ref RandomSource random)
    {
        var device = Device(claims, false, ref random) with { FailsRestart = true };
        return random.Below(6) switch
        {
            0 => script with { Synchronous = false, IncludeExisting = true },
            1 => script with { Synchronous = false, IncludeExisting = false, VetoesStart = 1 },
            2 => script with { VetoesStart = random.Below(2) - 1 },
            3 => script with { ProcessorArrivals = false, MemoryArrivals = false, ExistingArrivals = true },
            4 => script with { Device = device with { NonDynamic = true } },
            _ => script with { Device = device with { NeverReachesD3 = random.Chance(50), RejectsQueryPower = true } },
        };
    }
}
