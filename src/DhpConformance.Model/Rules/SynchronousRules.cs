using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>SYN: the callbacks around each processor that is added, the veto, and existing processors.</summary>
internal static class SynchronousRules
{
    public static readonly Rule[] All =
    [
        new("SYN-01",
            "Before a logical processor is hot added, every driver with a callback is called with Start, once.")
        {
            Sources =
            [
                "DHP-ADDP-01", "DHP-ADDP-05", "DHP-SYN-01", "DHP-SYN-20", "DHP-ADD-02", "DHP-ADD-03", "G-23",
                "G-31",
            ],
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithSynchronousDriver],
            ReachedAt = [CallbackAmongMoreThanFour],
        },
        new("SYN-02",
            "After a logical processor was added, every driver that was called with Start is called with "
            + "Complete, once.")
        {
            Sources = ["DHP-ADDP-02", "DHP-ADDP-03", "DHP-SYN-07", "DHP-SYN-12", "DHP-SYN-13", "G-23"],
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithSynchronousDriver],
        },
        new("SYN-03",
            "If a logical processor is not added, every driver that accepted its Start is called with Failure, "
            + "once; one that vetoed may be, once.")
        {
            Sources = ["DHP-ADDP-02", "DHP-ADDP-09", "DHP-ADDP-11", "DHP-SYN-07", "DHP-SYN-14", "G-21", "G-22", "G-23"],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [FailureOwed],
        },
        new("SYN-04",
            "All Starts come while the logical processor is not active yet, all Completes after it is active.")
        {
            Sources = ["DHP-ADDP-01", "DHP-ADDP-03", "DHP-ADDP-04", "G-09", "G-27"],
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithSynchronousDriver],
            NotVerified = "That threads are scheduled on it by then.",
        },
        new(
            "SYN-05",
            "Complete means that the processor was added and Failure that it was not: no driver gets Failure for "
                + "a processor that was added, or Complete for one that was not.")
        {
            Sources = ["DHP-ADDP-02", "DHP-ADDP-03", "DHP-ADDP-11", "DHP-SYN-07", "G-23"],
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithSynchronousDriver, AddVetoed],
        },
        new("SYN-06", "Failure comes with a status that is not success; Complete with success.")
        {
            Sources = ["DHP-SYN-06", "G-26"],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithSynchronousDriver, FailureOwed],
            NotVerified = "Which status, for the documents map none.",
        },
        new("SYN-07",
            "Start, Complete and Failure of one logical processor name the same index, group and number, and "
            + "Complete names the one that the partition then shows.")
        {
            Sources = ["DHP-PROC-26", "DHP-SYN-05", "G-23", "G-34"],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification, ProcessorNumbers, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithSynchronousDriver],
            ReachedAt = [CallbackBeyondFirstGroup],
        },
        new("SYN-08", "The logical processors of a unit are announced one after the other, never interleaved.")
        {
            Sources = ["G-17"],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification, SeveralLogicalProcessors, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [SeveralProcessorsAddedWithSynchronousDriver],
        },
        new("SYN-09",
            "A vetoed processor is not added: it is not active, and a hot add of which no processor became active"
            + " fails and leaves the unit free, to be tried again.")
        {
            Sources =
            [
                "DHP-ADDP-09", "DHP-ADDP-11", "DHP-SYN-09", "DHP-SYN-10", "DHP-SYN-11", "G-10", "G-23", "G-31",
                "G-32",
            ],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [AddVetoed],
        },
        new("SYN-10",
            "A veto concerns one logical processor: the others of its unit are tried, and those that start join.")
        {
            Sources = ["DHP-ADD-04", "G-08", "G-32"],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification, SeveralLogicalProcessors, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [AddPartlyVetoed],
        },
        new(
            "SYN-11",
            "Only the add of a processor is notified synchronously: not the add of memory, not the add of a "
                + "bridge, not a start.")
        {
            Sources = ["DHP-SYN-02", "DHP-ADDM-02", "DHP-ADDI-03", "DHP-ADD-03", "G-64"],
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            ReachedOn = [OtherUnitAddedWithSynchronousDriver],
        },
        new("SYN-12", "Only drivers that registered a callback are called; applications are never called.")
        {
            Sources = ["DHP-SYN-01", "DHP-APP-15", "DHP-ADD-02"],
            Claims = Claims.Of(Claim.SynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithOtherConsumer],
        },
        new(
            "SYN-20",
            "A driver that registers including existing processors is called with Start once for each active "
                + "processor, before the registration returns.")
        {
            Sources = ["DHP-SYN-20", "DHP-SYN-21", "DHP-SYN-23", "DHP-SYN-26", "G-29"],
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            ReachedOn = [ExistingProcessorsOffered],
        },
        new(
            "SYN-21",
            "A driver that registers without including existing processors is called for later processors only.")
        {
            Sources = ["DHP-SYN-20"],
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            ReachedOn = [SynchronousDriverRegisteredForNew],
        },
        new(
            "SYN-22",
            "If no Start is vetoed at registration, Complete follows once for each existing processor, after all "
                + "Starts and before the registration returns.")
        {
            Sources = ["DHP-SYN-22", "DHP-SYN-23", "G-29"],
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            ReachedOn = [ExistingProcessorsOffered],
        },
        new("SYN-24", "When a Start is vetoed at registration, no further existing processor is offered.")
        {
            Sources = ["DHP-SYN-24", "DHP-SYN-27"],
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            ReachedOn = [ExistingProcessorVetoed],
        },
        new(
            "SYN-25",
            "After a veto at registration, Failure follows once for each processor offered before, but not for "
                + "the vetoed one, and no Complete follows.")
        {
            Sources = ["DHP-SYN-25", "DHP-SYN-14", "G-30"],
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            ReachedOn = [ExistingProcessorVetoed],
        },
        new("SYN-26", "A registration with a veto of an existing processor either fails as vetoed or completes.")
        {
            Sources = ["DHP-SYN-16", "DHP-SYN-17", "DHP-SYN-18", "G-14"],
            Derived = true,
            Claims = Claims.Of(Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            ReachedOn = [ExistingProcessorVetoed],
        },
        new("SYN-15", "Callbacks run at passive level.")
        {
            Sources = ["DHP-SYN-15"],
            NotTestable = "Interrupt levels are not part of the contract.",
        },
        new("SYN-16", "A callback leaves the context as it is, and its answer counts at Start only.")
        {
            Sources = ["DHP-SYN-05", "DHP-SYN-09", "DHP-SYN-10", "G-24", "G-25"],
            NotTestable = "These are duties of drivers; scripts keep them by construction.",
        },
    ];
}
