using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class ApplicationDuties
{
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-APP-01", "The application registers for each class that it depends on: processors, memory, or both.")
        {
            Sources = ["DHP-APP-02", "DHP-CRI-16"],
            Role = ConsumerRole.Application,
            OneOfTraits =
            [
                ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors,
                ConsumerTrait.ScalesByProcessors, ConsumerTrait.SizedByMemory,
            ],
            Unless = ConsumerTrait.PreallocatesMaximum,
        },
        new(
            "C-APP-02",
            "The application acts only on messages about the arrival of an interface of a class that it "
                + "registered for.")
        {
            Level = Level.Should,
            Sources = ["DHP-APP-06"],
            Role = ConsumerRole.Application,
        },
        new("C-APP-03", "A process mask that the application sets lies within the mask of the system.")
        {
            Sources = ["DHP-APP-07", "DHP-APP-08"],
            Derived = true,
            Role = ConsumerRole.Application,
        },
        new(
            "C-APP-04",
            "An application that sizes anything by the amount of memory queries the amount again when memory has "
                + "arrived.")
        {
            Level = Level.Should,
            Sources = ["DHP-APP-10", "DHP-APP-11"],
            Role = ConsumerRole.Application,
            Traits = [ConsumerTrait.SizedByMemory],
            NotVerified = "What size is right.",
        },
        new("C-APP-05", "The application closes its registrations before it ends.")
        {
            Sources = ["DHP-APP-12"],
            Role = ConsumerRole.Application,
        },
        new("C-APP-06", "The application handles a message quickly and leaves blocking work to another thread.")
        {
            Level = Level.Should,
            Sources = ["DHP-APP-13"],
            Role = ConsumerRole.Application,
            NotVerified = "How long it takes, and waits that no call shows.",
        },
    ];
}
