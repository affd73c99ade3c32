using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>A diagram in words, for readers who cannot see it.</summary>
internal static class ServerDiagramWords
{
    public static string Of(ServerDiagram diagram, UnitGroups groups)
    {
        var free = groups.Cells(diagram, null);
        return string.Join(' ', new[]
        {
            diagram.PoweredOn ? "The server is on." : "The server is off.",
            diagram.Outage ? "The service processor does not answer." : "",
            string.Join(' ', diagram.Partitions.Select(partition => Of(diagram, partition, groups))),
            free.Length == 0 ? "No unit is free." : $"Free: {Names(free)}.",
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Of(ServerDiagram diagram, DiagramPartition partition, UnitGroups groups)
    {
        var held = groups.Cells(diagram, partition.Id);
        return $"Partition {partition.Id} is {Words.Of(partition.State)} and holds "
            + $"{(held.Length == 0 ? "nothing" : Names(held))}."
            + (partition.Consumers.Length > 0 ? $" Registered: {partition.Consumers}." : "");
    }

    private static string Names(IEnumerable<DiagramCell> cells) => string.Join(", ", cells.Select(Name));

    private static string Name(DiagramCell cell) =>
        (cell.IsGroup
            ? PictureWords.Several(cell.First.Unit.Kind, cell.Units.Length)
            : $"{PictureWords.Kind(cell.First.Unit.Kind)} {cell.First.Unit.Id}")
        + (cell.First.Off ? " (off)" : "")
        + (cell.First.Failing ? " (will not start)" : "");
}
