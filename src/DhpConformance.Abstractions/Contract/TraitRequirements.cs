using System.Text.Json;

namespace DhpConformance.Abstractions;

/// <summary>What each trait needs: its range of values, the claims that go with it, and what it contradicts.</summary>
public static class TraitRequirements
{
    // The largest module is far below this; a block or a reserve above it could not be meant.
    private const long MostBytes = 1L << 50;

    private const long MostUnits = 4096;

    private static readonly (Trait Trait, long Most, Claims Claims)[] Table =
    [
        (Trait.OneProcessorTypePerPartition, 0, default),
        (Trait.RemovalMayBeDeclined, 0, Claims.Of(Claim.HotRemove)),
        (Trait.MemoryInBlocks, MostBytes, Claims.Of(Claim.HotAddMemoryModule)),
        (Trait.StartsOnlyWithBridge, 0, default),
        (Trait.MinimumUnits, MostUnits, default),
        (Trait.RestartsAfterCrash, 0, Claims.Of(Claim.PartitionErrors)),
        (Trait.StartsPartitionsAtPowerOn, 0, default),
        (Trait.HotChangesEndAtRestart, 0, default),
        (Trait.RetiresReplacedUnit, 0, Claims.Of(Claim.HotReplace)),
        (Trait.LocksUnitPower, 0, Claims.Of(Claim.UnitPower, Claim.StaticServers)),
        (Trait.PartitionsAreStatic, MostUnits, default),
        (Trait.MemoryReserve, MostBytes, default),
        (Trait.RoundsTo, MostBytes, default),
    ];

    private static readonly (Trait One, Trait Other, string Why)[] Contradictions =
    [
        (Trait.HotChangesEndAtRestart, Trait.RetiresReplacedUnit,
            "a unit that was replaced would come back and would not"),
        (Trait.MemoryInBlocks, Trait.RoundsTo, "how many blocks are on line could not be seen"),
    ];

    /// <summary>The trait as it is written in files and messages, such as <c>memory-in-blocks</c>.</summary>
    public static string Name(Trait trait) => JsonNamingPolicy.KebabCaseLower.ConvertName(trait.ToString());

    /// <summary>Whether the trait has a value, a whole number from 1.</summary>
    public static bool TakesValue(Trait trait) => Table[(int)trait].Most > 0;

    /// <summary>Why this cannot be the value of the trait, as a sentence; null if it can.</summary>
    public static string? ValueProblem(Trait trait, long value)
    {
        var most = Table[(int)trait].Most;
        return most == 0 && value != 1
            ? $"The trait \"{Name(trait)}\" has no value; declare it as true, or leave it out."
            : value < 1 || value > Math.Max(1, most)
                ? $"The trait \"{Name(trait)}\" has the value {value}; give a whole number from 1 to {most}."
            : null;
    }

    /// <summary>Why these traits cannot be declared with these claims, as a sentence; null if they can.</summary>
    public static string? Problem(Claims claims)
    {
        foreach (var trait in claims.Traits)
        {
            foreach (var claim in Table[(int)trait].Claims)
            {
                if (!claims.Has(claim))
                {
                    var name = JsonNamingPolicy.KebabCaseLower.ConvertName(claim.ToString());
                    return $"The trait \"{Name(trait)}\" is declared without the claim \"{name}\" that it needs; claim "
                        + "it too, or leave the trait out.";
                }
            }
        }

        foreach (var (one, other, why) in Contradictions)
        {
            if (claims.Traits.Has(one) && claims.Traits.Has(other))
            {
                return $"The traits \"{Name(one)}\" and \"{Name(other)}\" contradict each other: {why}; declare one "
                    + "of them.";
            }
        }

        return null;
    }
}
