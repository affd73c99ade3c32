using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class SynchronousDuties
{
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new(
            "C-SYN-01",
            "At Start the driver reports an error if it cannot prepare for the processor and cannot continue "
                + "without.")
        {
            Sources = ["DHP-SYN-09", "DHP-SYN-08", "DHP-ADDP-09"],
            Role = ConsumerRole.Driver,
            NotVerified = "Any want but that of memory.",
        },
        new("C-SYN-02", "At Start the driver reports an error only if something went wrong.")
        {
            Sources = ["DHP-SYN-09", "DHP-SYN-10"],
            Role = ConsumerRole.Driver,
            NotVerified = "Errors after a call has failed, which are taken to be its consequence.",
        },
        new("C-SYN-03", "At Complete and at Failure the driver writes no status.")
        {
            Sources = ["DHP-SYN-09"],
            Role = ConsumerRole.Driver,
            NotVerified = "A success that is written over a success.",
        },
        new("C-SYN-04", "At Failure the driver releases what it had allocated for the processor.")
        {
            Level = Level.Should,
            Sources = ["DHP-SYN-14", "DHP-ADDP-11"],
            Role = ConsumerRole.Driver,
            NotVerified = "What is given back after everything has settled.",
        },
        new("C-SYN-05", "The driver does not write into the context of the callback.")
        {
            Sources = ["DHP-SYN-05"],
            Role = ConsumerRole.Driver,
            NotVerified = "Anything, unless the consumer is reached through a kit that shows it memory.",
        },
        new("C-SYN-06", "If the driver cannot register, its load ends with an error.")
        {
            Level = Level.Should,
            Sources = ["DHP-SYN-17"],
            Role = ConsumerRole.Driver,
        },
        new("C-SYN-07", "The driver deregisters its processor callback before it is unloaded.")
        {
            Sources = ["DHP-SYN-04"],
            Role = ConsumerRole.Driver,
        },
        new("C-SYN-08", "The driver need not distinguish existing processors from added ones.")
        {
            Level = Level.May,
            Sources = ["DHP-SYN-26"],
            Role = ConsumerRole.Driver,
            NotTestable = "It is a permission: a driver may tell them apart as well.",
        },
        new("C-SYN-09", "At Failure the driver frees only what it allocated at Start, and frees it once.")
        {
            Sources = ["DHP-SYN-14", "DHP-ADDP-02"],
            Derived = true,
            Role = ConsumerRole.Driver,
        },
    ];
}
