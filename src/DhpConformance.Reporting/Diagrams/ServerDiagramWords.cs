using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>A diagram in words, for readers who cannot see it.</summary>
internal static class ServerDiagramWords
{
    public static string Of(ServerDiagram diagram)
    {
        var free = diagram.Units.Where(unit => unit.Owner is null).ToList();
        return string.Join(' ', new[]
        {
            diagram.PoweredOn ? "The server is on." : "The server is off.",
            diagram.Outage ? "The service processor does not answer." : "",
            string.Join(' ', diagram.Partitions.Select(partition => Of(diagram, partition))),
            free.Count == 0 ? "No unit is free." : $"Free: {Names(free)}.",
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Of(ServerDiagram diagram, DiagramPartition partition)
    {
        var held = diagram.Units.Where(unit => unit.Owner == partition.Id).ToList();
        return $"Partition {partition.Id} is {Words.Of(partition.State)} and holds "
            + $"{(held.Count == 0 ? "nothing" : Names(held))}."
            + (partition.Consumers.Length > 0 ? $" Registered: {partition.Consumers}." : "");
    }

    private static string Names(IEnumerable<DiagramUnit> units) => string.Join(", ", units.Select(Name));

    private static string Name(DiagramUnit unit) =>
        $"{PictureWords.Kind(unit.Unit.Kind)} {unit.Unit.Id}"
        + (unit.Off ? " (off)" : "")
        + (unit.Failing ? " (will not start)" : "");
}
