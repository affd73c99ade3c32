using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class ProcessorDuties
{
    private static readonly ImmutableArray<ConsumerTrait> Affected =
    [
        ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors,
        ConsumerTrait.ScalesByProcessors,
    ];

    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-PROC-01", "It works with any number of processors that are there when it is loaded.")
        {
            Sources = ["DHP-PROC-01", "DHP-CRI-15"],
            NotVerified = "More than 257 processors, and more than its own limit if it declares one.",
        },
        new("C-PROC-02", "From the moment a processor was added, what runs there touches only memory that is there: "
            + "what it needs was prepared before, and not when an arrival is told of later.")
        {
            Sources = ["DHP-ASY-09", "DHP-CRI-04", "DHP-CRI-05"],
            OneOfTraits = Affected,
            NotVerified = "Accesses that no call and no kit shows.",
        },
        new("C-PROC-03", "It copes with gaps between the bits of an affinity mask.")
        {
            Sources = ["DHP-PROC-04", "DHP-PROC-05", "DHP-CRI-02", "DHP-CRI-03"],
        },
        new("C-PROC-04", "It takes the number of a new processor as it is told, and computes none.")
        {
            Sources = ["DHP-PROC-01", "DHP-PROC-04"],
            OneOfTraits = Affected,
        },
        new("C-PROC-05", "After each notification it asks anew for the number of processors and their masks, if it "
            + "keeps a copy.")
        {
            Level = Level.Should,
            Sources = ["DHP-PROC-14"],
            Traits = [ConsumerTrait.SavesProcessorCount],
            NotVerified = "That the copy is what was answered.",
        },
        new("C-PROC-06", "It does not read the obsolete variable with the number of processors.")
        {
            Sources = ["DHP-PROC-15", "DHP-TST-08"],
            NotVerified = "Whether the bits of a mask are counted, which is advised against.",
        },
        new("C-PROC-07", "What it has for each processor is there for those that are added, too: made for the "
            + "maximum, or made larger.")
        {
            Sources = ["DHP-PROC-17", "DHP-CRI-01", "DHP-CRI-04"],
            OneOfTraits = Affected,
        },
        new("C-PROC-08", "Memory or threads that it scales by the processors grow when one is added.")
        {
            Level = Level.Should,
            Sources = ["DHP-CRI-01", "DHP-ASY-08"],
            Traits = [ConsumerTrait.ScalesByProcessors],
            Unless = ConsumerTrait.PreallocatesMaximum,
            NotVerified = "How much is right.",
        },
        new("C-PROC-09", "Threads, DPCs and interrupts go to active processors only, and so to none before its add "
            + "is complete.")
        {
            Sources = ["DHP-SYN-13", "DHP-PROC-11", "DHP-PROC-25"],
            NotVerified = "An interrupt that is connected to every processor there can be, with all bits of the mask.",
        },
        new("C-PROC-10", "Threads, DPCs or interrupts that it has for each processor come to use one that is added.")
        {
            Level = Level.Should,
            Sources = ["DHP-CRI-06", "DHP-CRI-08", "DHP-SYN-12"],
            Traits = [ConsumerTrait.TargetsProcessors],
        },
        new("C-PROC-11", "It asks to be told of processors, if their number affects it.")
        {
            Sources = ["DHP-CRI-12", "DHP-SYN-01"],
            Role = ConsumerRole.Driver,
            OneOfTraits = Affected,
            Unless = ConsumerTrait.PreallocatesMaximum,
            NotVerified = "A driver that only targets processors, and learns of them when its device is started again.",
        },
        new("C-PROC-12", "Masks are 64 bits wide: a processor with a number above 31 has a bit of its own.")
        {
            Sources = ["DHP-PROC-08", "DHP-PROC-25"],
            Derived = true,
            NotVerified = "Masks that are never handed to the operating system.",
        },
    ];
}
