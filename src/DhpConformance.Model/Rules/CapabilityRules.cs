using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;

namespace DhpConformance.Model.Rules;

/// <summary>CAP: the nine cells of the capability matrix. A cell is judged both ways, full and empty.</summary>
internal static class CapabilityRules
{
    public static readonly Rule[] All =
    [
        Cell("CAP-01", HotOperation.Add, UnitKind.Processor, Claims.Of(HotAddProcessor),
            "DHP-CAP-01", "DHP-CAP-02", "DHP-CAP-03", "DHP-DYN-07", "DHP-ADD-07", "G-88"),
        Cell("CAP-02", HotOperation.Add, UnitKind.MemoryModule, Claims.Of(HotAddMemoryModule),
            "DHP-CAP-01", "DHP-CAP-03", "DHP-ADD-07", "G-37", "G-87"),
        Cell("CAP-03", HotOperation.Add, UnitKind.IoHostBridge, Claims.Of(HotAddIoHostBridge),
            "DHP-CAP-01", "DHP-ADDI-01", "DHP-ADD-07"),
        Cell("CAP-04", HotOperation.Replace, UnitKind.Processor, Claims.Of(Claim.HotReplace),
            "DHP-CAP-01", "DHP-REP-06", "DHP-REP-25"),
        Cell("CAP-05", HotOperation.Replace, UnitKind.MemoryModule, Claims.Of(Claim.HotReplace),
            "DHP-CAP-01", "DHP-REP-06", "DHP-REP-25"),
        Cell("CAP-06", HotOperation.Replace, UnitKind.IoHostBridge, default,
            "DHP-CAP-01", "DHP-REP-06", "G-72"),
        Cell("CAP-07", HotOperation.Remove, UnitKind.Processor, default,
            "DHP-REM-01", "DHP-REM-02", "DHP-REM-05", "G-86"),
        Cell("CAP-08", HotOperation.Remove, UnitKind.MemoryModule, default,
            "DHP-REM-01", "DHP-REM-02", "G-52", "G-86"),
        Cell("CAP-09", HotOperation.Remove, UnitKind.IoHostBridge, default,
            "DHP-REM-01", "DHP-REM-02", "G-86"),
        new("CAP-10", "Editions of one version differ in what they support.")
        {
            Sources = ["DHP-CAP-06", "DHP-CAP-07", "DHP-CAP-08", "G-36"],
            NotTestable =
                "The documents contradict each other about editions; a user-defined profile can stand for one.",
        },
        new("CAP-11", "A 32-bit Windows that may be given memory above 4 GB has PAE enabled from its start.")
        {
            Sources = ["DHP-CAP-09"],
            NotTestable = "Processor modes are not part of the contract.",
        },
    ];

    /// <summary>The rules of the nine cells.</summary>
    public static IEnumerable<Rule> Cells => All.Take(9);

    /// <summary>The rule of a cell.</summary>
    public static Rule Of(HotOperation operation, UnitKind kind) => All[((int)operation * 3) + (int)kind];

    private static Rule Cell(string id, HotOperation operation, UnitKind kind, Claims claims, params string[] sources)
    {
        var verb = operation.ToString().ToLowerInvariant();
        var counted = operation == HotOperation.Add ? OperationKind.HotAdd
            : operation == HotOperation.Replace ? OperationKind.HotReplace : OperationKind.HotRemove;
        return new(id,
            $"Hot {verb} of {Plural(kind)} is carried out if the operating system in the partition supports it, "
            + "and is refused as not supported if it does not.")
        {
            Sources = [.. sources],
            Claims = claims,
            Needs = kind,

            // A target and its spare; or a unit that the partition needs, and one more.
            NeedsUnits = operation == HotOperation.Replace || kind != UnitKind.IoHostBridge ? 2 : 1,
            Reached = When.Decided(counted, kind),
        };
    }

    private static string Plural(UnitKind kind) => kind switch
    {
        UnitKind.Processor => "processors",
        UnitKind.MemoryModule => "memory modules",
        _ => "I/O host bridges",
    };
}
