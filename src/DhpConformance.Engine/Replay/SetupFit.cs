using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Replay;

/// <summary>
/// Says whether a setup that comes from a file is a server at all. Those that are generated are so by construction.
/// </summary>
public static class SetupFit
{
    /// <summary>Why it is none that could be judged by a profile, as a sentence; null if it is one.</summary>
    public static string? Problem(ServerSetup setup, Profile judged)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(judged);
        return Units(setup) ?? Partitions(setup, judged);
    }

    /// <summary>Why it is none that a replay file could be about, as a sentence; null if it is one.</summary>
    internal static string? Problem(ServerSetup setup, ReplayHeader header) =>
        Problem(setup, header.Profile) ?? Redefined(setup, header.Profile) ?? Judged(setup, header);

    /// <summary>Which profile has the name of a built-in one and is another, as a sentence; null if none is.</summary>
    internal static string? Redefined(ServerSetup setup, Profile judged) =>
        setup.Partitions.Select(partition => partition.Profile).Append(judged)
            .Select(Definition).FirstOrDefault(problem => problem is not null);

    // Nothing that is wrong is a violation of a profile that no partition runs: it would pass for the wrong reasons. A
    // rule about profiles side by side may show where the judged one has been left out.
    private static string? Judged(ServerSetup setup, ReplayHeader header) =>
        RuleCatalog.Find(header.Rule ?? "") is { AcrossProfiles: true }
        || setup.Partitions.Any(partition => Json(partition.Profile) == Json(header.Profile))
            ? null
            : $"no partition runs {header.Profile.Name}, which the file is about; use the file as `dhp run` wrote it.";

    private static string? Units(ServerSetup setup)
    {
        for (var i = 0; i < setup.Units.Length; i++)
        {
            var unit = setup.Units[i];
            if (i > 0 && unit.Id.Value <= setup.Units[i - 1].Id.Value)
            {
                return $"unit {unit.Id} is listed twice or out of order; list units once, in ascending order of id.";
            }

            if (unit.Kind == UnitKind.IoHostBridge ? unit.Capacity != 0 : unit.Capacity < 1)
            {
                return $"unit {unit.Id} has capacity {unit.Capacity}; a bridge has 0, any other unit 1 or more.";
            }

            if (unit.Id.Value < 0 || unit.Capacity > UnitCapacity.Most(unit.Kind))
            {
                return $"unit {unit.Id} has capacity {unit.Capacity}; ids are counted from 0, and the most that a unit "
                    + $"of its kind has is {UnitCapacity.Most(unit.Kind)}.";
            }
        }

        return null;
    }

    private static string? Partitions(ServerSetup setup, Profile judged)
    {
        var units = setup.Units.Select(unit => unit.Id).ToHashSet();
        var held = new HashSet<UnitId>();
        for (var i = 0; i < setup.Partitions.Length; i++)
        {
            var partition = setup.Partitions[i];
            if (i > 0 && partition.Id.Value <= setup.Partitions[i - 1].Id.Value)
            {
                return $"partition {partition.Id} is listed twice or out of order; list partitions once, in ascending "
                    + "order of id.";
            }

            if (partition.Id.Value < 0)
            {
                return $"partition {partition.Id} is no partition; ids are counted from 0.";
            }

            if (partition.ProcessorLimit < 1 || partition.MemoryLimit < 1)
            {
                return $"a limit of partition {partition.Id} is less than 1.";
            }

            if (partition.Profile.Architecture != judged.Architecture)
            {
                return $"partition {partition.Id} runs {partition.Profile.Name}, which has another architecture than "
                    + $"{judged.Name}; partitions of one server share it.";
            }

            if (ProfileFit.Problem(partition.Profile) is { } problem)
            {
                return $"partition {partition.Id}: {problem}";
            }

            foreach (var unit in partition.Units)
            {
                if (!units.Contains(unit))
                {
                    return $"partition {partition.Id} holds {unit}, which is not among the units of the server.";
                }

                if (!held.Add(unit))
                {
                    return $"unit {unit} is given to a partition twice; a unit has one owner at most.";
                }
            }
        }

        return setup.Partitions.IsEmpty ? "the server has no partition; it needs one at least." : null;
    }

    // A verdict for windows-server-2008-x64 has to mean the same everywhere.
    private static string? Definition(Profile profile) =>
        ProfileCatalog.Find(profile.Name) is { } builtIn && Json(builtIn) != Json(profile)
            ? $"its {profile.Name} is not the built-in profile of that name; "
                + "use the version of the suite that wrote it."
            : null;

    private static string Json(Profile profile) => JsonSerializer.Serialize(profile, VocabularyJson.Default.Profile);
}
