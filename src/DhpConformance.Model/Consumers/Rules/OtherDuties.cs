using System.Collections.Immutable;

namespace DhpConformance.Model.Consumers;

internal static class OtherDuties
{
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new(
            "C-REST-01",
            "The consumer goes on working, whatever is added or replaced: it does not crash, and each request "
                + "that it was given is completed once.")
        {
            Sources = ["DHP-CRI-15", "DHP-CRI-16", "DHP-CRI-13"],
        },
    ];
}
