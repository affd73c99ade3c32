using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>Which declared traits can show in a profile.</summary>
internal static class TraitApplicability
{
    /// <summary>Those of the declared traits that can show with an operating system of this profile.</summary>
    public static Traits In(Profile profile, Traits traits) =>
        traits.Where(trait => !CanShow(trait, profile))
            .Aggregate(traits, (left, trait) => left.Without(trait));

    /// <summary>
    /// Why a rule about traits cannot be tested in a profile; null if it can, or is about something else.
    /// </summary>
    public static string? WhyNot(Rule rule, Profile profile, Traits traits) =>
        rule.IsAboutTraits && !traits.IsEmpty && In(profile, traits).IsEmpty
            ? $"None of the declared traits can show in {profile.Name}."
            : null;

    private static bool CanShow(Trait trait, Profile profile) => trait switch
    {
        Trait.RemovalMayBeDeclined => Applicability.Supports(profile, HotOperation.Remove, null),
        Trait.MemoryInBlocks => profile.Supports(HotOperation.Add, UnitKind.MemoryModule),
        Trait.HotChangesEndAtRestart => !profile.Capabilities.IsEmpty,
        Trait.RetiresReplacedUnit => Applicability.Supports(profile, HotOperation.Replace, null),
        _ => true,
    };
}
