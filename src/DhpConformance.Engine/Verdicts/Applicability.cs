using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>Which rules can be tested in a profile, whatever the server does and claims.</summary>
public static class Applicability
{
    /// <summary>Why no server can be tested by a rule in a profile; null if one can.</summary>
    public static string? WhyNot(Rule rule, Profile profile) =>
        WhyUnseen(rule) ?? WhyBeyond(rule, profile) ?? WhyAlone(rule, profile);

    /// <summary>Why no black box shows whether a rule is kept; null if one does.</summary>
    public static string? WhyUnseen(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.NotTestable;
    }

    /// <summary>
    /// Why there is nothing that could run beside a profile, for a rule about two of them; null for any other rule.
    /// </summary>
    public static string? WhyAlone(Rule rule, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(profile);
        return rule.AcrossProfiles && ProfileNeighbours.Of(profile).IsEmpty
            ? $"No built-in profile has the architecture {profile.Architecture} and could run beside {profile.Name}."
            : null;
    }

    /// <summary>Why a rule is about something that a profile does not have; null if it is not.</summary>
    public static string? WhyBeyond(Rule rule, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(profile);
        if (rule.Behaviour is { } behaviour && !profile.Promises(behaviour))
        {
            return $"{profile.Name} does not promise {Words.Of(behaviour)}.";
        }

        return rule.Capability is { } operation && !Supports(profile, operation, rule.CapabilityKind)
            ? $"{profile.Name} does not support hot {Words.Of(operation)}"
                + (rule.CapabilityKind is { } kind ? $" of a {Words.Of(kind)}." : ".")
            : null;
    }

    /// <summary>
    /// Why an implementation with these limits and claims cannot be tested by a rule in a profile; null if it can.
    /// </summary>
    public static string? Lacks(Rule rule, Profile profile, ImplementationDescription description)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(description);
        var (claims, limits) = (description.Claims, description.Limits);
        return rule.Needs is { } kind && MostOf(limits, kind) < rule.NeedsUnits
            ? limits.IoHostBridges == 0 && kind == UnitKind.IoHostBridge
                ? "By its limits the implementation takes no I/O host bridges."
                : $"By its limits the implementation takes one {Quantity.Kind(kind)}, and {rule.Id} needs two."
            : rule.NeedsNeighbour && limits.Partitions < 2
            ? "By its limits the implementation has only one partition."
            : rule.NeedsAddWithoutArrival && !HasAddWithoutArrival(profile, claims, limits)
            ? "With its claims and limits, each hot add of the implementation causes an arrival: no hot add can fail, "
                + "and none is of an I/O host bridge."
            : null;
    }

    private static int MostOf(ServerLimits limits, UnitKind kind) =>
        kind == UnitKind.Processor ? limits.Processors
        : kind == UnitKind.MemoryModule ? limits.MemoryModules
        : limits.IoHostBridges;

    // A bridge, or a hot add that fails: by an injected failure, or by a veto.
    private static bool HasAddWithoutArrival(Profile profile, Claims claims, ServerLimits limits)
    {
        var processors = profile.Supports(HotOperation.Add, UnitKind.Processor) && claims.Has(Claim.HotAddProcessor);
        var memory = profile.Supports(HotOperation.Add, UnitKind.MemoryModule) && claims.Has(Claim.HotAddMemoryModule);
        var bridges = profile.Supports(HotOperation.Add, UnitKind.IoHostBridge)
            && claims.Has(Claim.HotAddIoHostBridge) && limits.IoHostBridges > 0;
        return bridges || (claims.Has(Claim.StartFailures) && (processors || memory))
            || (processors && claims.Has(Claim.SynchronousNotification)
                && profile.Promises(Behaviour.SynchronousNotification));
    }

    /// <summary>Whether a profile has an operation, for this kind of unit; null for any kind.</summary>
    public static bool Supports(Profile profile, HotOperation operation, UnitKind? kind)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return kind is { } one
            ? profile.Supports(operation, one)
            : profile.Capabilities.Any(cell => cell.Operation == operation);
    }
}
