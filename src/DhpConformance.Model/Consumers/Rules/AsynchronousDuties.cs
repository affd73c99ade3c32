using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class AsynchronousDuties
{
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-ASY-01", "A driver that sizes anything by the amount of memory registers for memory notifications.")
        {
            Sources = ["DHP-MEM-03", "DHP-MEM-02", "DHP-CRI-09"],
            Role = ConsumerRole.Driver,
            Traits = [ConsumerTrait.SizedByMemory],
        },
        new(
            "C-ASY-02",
            "A driver that sizes anything by the amount of memory queries the amount again when memory has arrived.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-08", "DHP-MEM-02"],
            Role = ConsumerRole.Driver,
            Traits = [ConsumerTrait.SizedByMemory],
            NotVerified = "What size is right.",
        },
        new("C-ASY-03", "The driver acts on arrivals, and not on removals.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-06"],
            Role = ConsumerRole.Driver,
        },
        new("C-ASY-04", "The driver answers every arrival with success.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-07"],
            Role = ConsumerRole.Driver,
        },
        new("C-ASY-05", "The driver does not wait in the callback for an arrival.")
        {
            Sources = ["DHP-ASY-16"],
            Role = ConsumerRole.Driver,
            NotVerified = "How long it takes, and waits that no call shows.",
        },
        new("C-ASY-06", "A driver that is notified twice of one existing interface acts once.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-11"],
            Derived = true,
            Role = ConsumerRole.Driver,
        },
        new("C-ASY-07", "The driver ends a registration before it frees the context of the registration.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-15"],
            Role = ConsumerRole.Driver,
            NotVerified = "A context that is not named when the registration is made.",
        },
        new(
            "C-ASY-08",
            "The driver ends every registration that it no longer needs, at the latest when it is unloaded.")
        {
            Sources = ["DHP-ASY-13", "DHP-ASY-12"],
            Role = ConsumerRole.Driver,
        },
    ];
}
