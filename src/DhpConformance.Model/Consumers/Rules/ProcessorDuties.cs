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
        new("C-PROC-01", "The driver works with any number of processors that are there when it is loaded.")
        {
            Sources = ["DHP-PROC-01", "DHP-CRI-15"],
            NotVerified = "More than 257 processors, and more than its own limit if it declares one.",
        },
        new(
            "C-PROC-02",
            "As soon as a processor is added, what runs on it touches only memory that exists: the driver "
                + "prepared it before, and not at the later notification of the arrival.")
        {
            Sources = ["DHP-ASY-09", "DHP-CRI-04", "DHP-CRI-05"],
            OneOfTraits = Affected,
            NotVerified = "Accesses that no call and no kit shows.",
        },
        new("C-PROC-03", "The driver copes with gaps between the bits of an affinity mask.")
        {
            Sources = ["DHP-PROC-04", "DHP-PROC-05", "DHP-CRI-02", "DHP-CRI-03"],
        },
        new(
            "C-PROC-04",
            "The driver takes the number of a new processor from the notification and never computes it.")
        {
            Sources = ["DHP-PROC-01", "DHP-PROC-04"],
            OneOfTraits = Affected,
        },
        new(
            "C-PROC-05",
            "A driver that keeps a copy of the number of processors or of their masks queries them again after "
                + "each notification.")
        {
            Level = Level.Should,
            Sources = ["DHP-PROC-14"],
            Traits = [ConsumerTrait.SavesProcessorCount],
            NotVerified = "That the copy is what was answered.",
        },
        new("C-PROC-06", "The driver does not read the obsolete variable with the number of processors.")
        {
            Sources = ["DHP-PROC-15", "DHP-TST-08"],
            NotVerified = "Whether the bits of a mask are counted, which is advised against.",
        },
        new(
            "C-PROC-07",
            "What the driver keeps for each processor covers added processors, too: it is sized for the maximum, "
                + "or it grows.")
        {
            Sources = ["DHP-PROC-17", "DHP-CRI-01", "DHP-CRI-04"],
            OneOfTraits = Affected,
        },
        new(
            "C-PROC-08",
            "Memory or threads that the driver scales by the number of processors grow when a processor is added.")
        {
            Level = Level.Should,
            Sources = ["DHP-CRI-01", "DHP-ASY-08"],
            Traits = [ConsumerTrait.ScalesByProcessors],
            Unless = ConsumerTrait.PreallocatesMaximum,
            NotVerified = "How much is right.",
        },
        new(
            "C-PROC-09",
            "The driver directs threads, DPCs and interrupts to active processors only, and so to none whose add "
                + "is not complete.")
        {
            Sources = ["DHP-SYN-13", "DHP-PROC-11", "DHP-PROC-25"],
            NotVerified = "An interrupt that is connected to every processor there can be, with all bits of the mask.",
        },
        new(
            "C-PROC-10",
            "A driver that has threads, DPCs or interrupts for each processor uses an added processor, too.")
        {
            Level = Level.Should,
            Sources = ["DHP-CRI-06", "DHP-CRI-08", "DHP-SYN-12"],
            Traits = [ConsumerTrait.TargetsProcessors],
        },
        new("C-PROC-11", "A driver that depends on the number of processors registers for processor notifications.")
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
