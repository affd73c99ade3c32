using System.Collections.Immutable;
using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Behaviour;
using static DhpConformance.Abstractions.UnitKind;

namespace DhpConformance.Model.Profiles;

/// <summary>The built-in profiles, as <c>specs/profiles.md</c> lists them; a test keeps the two equal.</summary>
public static class ProfileCatalog
{
    private static readonly UnitKind[] None = [];
    private static readonly UnitKind[] Memory = [MemoryModule];
    private static readonly UnitKind[] Core = [Processor, MemoryModule];
    private static readonly UnitKind[] Every = [Processor, MemoryModule, IoHostBridge];

    private static readonly Behaviour[] Plain = [];
    private static readonly Behaviour[] MemoryOnly = [FixedPools, SynchronousNotification, ArrivalNotification];
    private static readonly Behaviour[] Full = Enum.GetValues<Behaviour>();

    /// <summary>All of them, older systems first. None has hot remove (DHP-REM-01).</summary>
    public static ImmutableArray<Profile> All { get; } =
    [
        //   name                            architecture  hot add  hot replace  behaviours  limit
        Row("windows-2000",                  "x86",        None,    None,        Plain,      32),
        Row("windows-server-2003",           "x86",        None,    None,        Plain,      32),
        Row("windows-server-2003-sp1-x86",   "x86",        Memory,  None,        Plain,      32),
        Row("windows-server-2003-sp1-x64",   "x64",        Memory,  None,        Plain,      64),
        Row("windows-server-2003-sp1-ia64",  "ia64",       Memory,  None,        Plain,      64),
        Row("windows-server-2008-x86",       "x86",        Memory,  None,        MemoryOnly, 32),
        Row("windows-server-2008-x64",       "x64",        Every,   Core,        Full,       256),
        Row("windows-server-2008-ia64",      "ia64",       Every,   Core,        Full,       256),
    ];

    /// <summary>The built-in profile with this name; null if there is none.</summary>
    public static Profile? Find(string name) =>
        All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Profile Row(
        string name, string architecture, UnitKind[] add, UnitKind[] replace, Behaviour[] behaviours, int limit) =>
        new(
            name,
            architecture,
            [.. Cells(HotOperation.Add, add), .. Cells(HotOperation.Replace, replace)],
            [.. behaviours],
            limit);

    private static IEnumerable<Capability> Cells(HotOperation operation, UnitKind[] kinds) =>
        kinds.Select(kind => new Capability(operation, kind));
}
