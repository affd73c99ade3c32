using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Reference.Variants.FreeChoices;

/// <summary>Profiles that nobody thought of: any capabilities, promises and limits that a profile may have.</summary>
internal static class GeneratedProfile
{
    private static readonly int[] Limits = [1, 2, 3, 4, 8, 32, 63, 64];

    private static readonly int[] LimitsWithGroups = [1, 2, 5, 63, 64, 65, 100, 128, 256, 300, 1000];

    /// <summary>The profile with this number, 0 or more: always the same.</summary>
    public static Profile Of(int number)
    {
        var random = new Random(number);
        Behaviour[] behaviours = [.. Enum.GetValues<Behaviour>().Where(_ => random.Next(2) == 0)];
        var limits = behaviours.Contains(Behaviour.ProcessorGroups) ? LimitsWithGroups : Limits;
        return new(
            $"generated-{number}",
            "any",
            [
                .. from operation in Enum.GetValues<HotOperation>()
                   from kind in Enum.GetValues<UnitKind>()
                   where random.Next(3) > 0
                   select new Capability(operation, kind),
            ],
            [.. behaviours],
            limits[random.Next(limits.Length)]);
    }
}
