using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// A way in which right servers differ by design. A server that declares one is held to it; for any other the rules are
/// as firm as without. The page <c>specs/traits.md</c> has them all. Decision G-98.
/// </summary>
[JsonConverter(typeof(KebabCaseConverter<Trait>))]
public enum Trait
{
    /// <summary>
    /// All processors of a partition are of one type: assign and hot add of another are refused as incompatible.
    /// </summary>
    OneProcessorTypePerPartition,

    /// <summary>
    /// A hot remove may be declined: it is refused as busy, or fails, and may be asked again. Needs the claim
    /// <see cref="Claim.HotRemove"/>.
    /// </summary>
    RemovalMayBeDeclined,

    /// <summary>
    /// A memory module that is hot added may come on line in part, in blocks of this many bytes, 1 or more. Needs the
    /// claim <see cref="Claim.HotAddMemoryModule"/>.
    /// </summary>
    MemoryInBlocks,

    /// <summary>
    /// A partition without an I/O host bridge does not start: start and restart are refused as insufficient.
    /// </summary>
    StartsOnlyWithBridge,

    /// <summary>
    /// A partition keeps so many units, 1 or more: a release or hot remove that would leave fewer is refused as
    /// insufficient.
    /// </summary>
    MinimumUnits,

    /// <summary>
    /// A partition in which an error occurs is restarted at once, if it can start; else it stays crashed. Needs the
    /// claim <see cref="Claim.PartitionErrors"/>.
    /// </summary>
    RestartsAfterCrash,

    /// <summary>Power on of the server starts every partition that can start.</summary>
    StartsPartitionsAtPowerOn,

    /// <summary>
    /// What hot operations have changed ends when the partition stops, restarts or is started again after a crash: it
    /// holds what it held at its latest start, as far as nobody else has got it since, and nothing else.
    /// </summary>
    HotChangesEndAtRestart,

    /// <summary>
    /// A unit that was replaced is out of use: it is free for nobody until the next reset, and whoever asks for it is
    /// refused as in use or not present. Needs the claim <see cref="Claim.HotReplace"/>.
    /// </summary>
    RetiresReplacedUnit,

    /// <summary>
    /// The power of a unit of a static server is switched only while the server is off; else it is refused as not
    /// dynamic. Needs the claims <see cref="Claim.UnitPower"/> and <see cref="Claim.StaticServers"/>.
    /// </summary>
    LocksUnitPower,

    /// <summary>
    /// The partitions with a number below this one, 1 or more, are static on a dynamic server, too: their map does not
    /// change while the server is powered on, which is refused as not dynamic.
    /// </summary>
    PartitionsAreStatic,

    /// <summary>
    /// A partition shows so many bytes of memory fewer than its modules have, 1 or more: less than the smallest module
    /// has.
    /// </summary>
    MemoryReserve,

    /// <summary>
    /// The memory that a partition shows is rounded down to a multiple of so many bytes, 1 or more: no more than the
    /// smallest module has.
    /// </summary>
    RoundsTo,
}
