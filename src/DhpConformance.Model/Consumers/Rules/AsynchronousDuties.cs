using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class AsynchronousDuties
{
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-ASY-01", "It asks to be told of memory, if it sizes anything by the amount.")
        {
            Sources = ["DHP-MEM-03", "DHP-MEM-02", "DHP-CRI-09"],
            Role = ConsumerRole.Driver,
            Traits = [ConsumerTrait.SizedByMemory],
        },
        new("C-ASY-02", "When memory has come it asks for the amount anew, if it sizes anything by it.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-08", "DHP-MEM-02"],
            Role = ConsumerRole.Driver,
            Traits = [ConsumerTrait.SizedByMemory],
            NotVerified = "What size is right.",
        },
        new("C-ASY-03", "It acts on arrivals, and not on removals.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-06"],
            Role = ConsumerRole.Driver,
        },
        new("C-ASY-04", "It answers every arrival with success.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-07"],
            Role = ConsumerRole.Driver,
        },
        new("C-ASY-05", "It waits for nothing while it is told of an arrival.")
        {
            Sources = ["DHP-ASY-16"],
            Role = ConsumerRole.Driver,
            NotVerified = "How long it takes, and waits that no call shows.",
        },
        new("C-ASY-06", "Told twice of one interface that was there, it acts once.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-11"],
            Derived = true,
            Role = ConsumerRole.Driver,
        },
        new("C-ASY-07", "It takes a registration back before it frees the context of it.")
        {
            Level = Level.Should,
            Sources = ["DHP-ASY-15"],
            Role = ConsumerRole.Driver,
            NotVerified = "A context that is not named when the registration is made.",
        },
        new("C-ASY-08", "It takes every registration back that it does not need any more, at the latest when it is "
            + "unloaded.")
        {
            Sources = ["DHP-ASY-13", "DHP-ASY-12"],
            Role = ConsumerRole.Driver,
        },
    ];
}
