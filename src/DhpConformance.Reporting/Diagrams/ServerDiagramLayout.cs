using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>
/// The layout of the diagrams of one sequence. It covers all diagrams at once, so that only moved units change place
/// from step to step.
/// </summary>
public sealed class ServerDiagramLayout
{
    private const int CellWidth = 66;
    private const int CellHeight = 58;
    private const int Margin = 10;
    private const int Top = 44;
    private const int BoxHead = 50;
    private const int BoxFoot = 8;
    private const int NarrowestBox = 184;
    private const int WidestRow = 460;
    private const int MostColumns = 4;

    private readonly Dictionary<PartitionId, Area> boxes = [];

    /// <summary>A layout that fits all of these diagrams.</summary>
    /// <param name="diagrams">The diagrams; one or more.</param>
    /// <param name="groups">The units that share a place.</param>
    public ServerDiagramLayout(IReadOnlyCollection<ServerDiagram> diagrams, UnitGroups groups)
    {
        ArgumentNullException.ThrowIfNull(diagrams);
        ArgumentNullException.ThrowIfNull(groups);
        Groups = groups;
        var x = Margin * 2;
        var y = Top + Margin;
        var rowHeight = 0;
        foreach (var (partition, most) in Sizes(diagrams, groups))
        {
            var columns = Math.Clamp(most, 2, MostColumns);
            var rows = Math.Max((most + columns - 1) / columns, 1);
            var width = Math.Max((columns * CellWidth) + (2 * Margin), NarrowestBox);
            var height = BoxHead + (rows * CellHeight) + BoxFoot;
            if (x > Margin * 2 && x + width > WidestRow)
            {
                (x, y, rowHeight) = (Margin * 2, y + rowHeight + Margin, 0);
            }

            var area = new Area(x, y, width, height, columns);
            if (partition is { } id)
            {
                boxes[id] = area;
            }
            else
            {
                Free = area;
            }

            (x, rowHeight) = (x + width + Margin, Math.Max(rowHeight, height));
            (Width, Height) = (Math.Max(Width, x + Margin), y + rowHeight + (2 * Margin));
        }
    }

    /// <summary>How wide the picture is.</summary>
    public int Width { get; }

    /// <summary>How high it is.</summary>
    public int Height { get; }

    /// <summary>The units that share a place.</summary>
    public UnitGroups Groups { get; }

    /// <summary>Where units stand that no partition holds; nowhere if there never is one.</summary>
    public Area? Free { get; }

    /// <summary>Where the server begins; the service processor is above it.</summary>
    public static int ServerTop => Top;

    /// <summary>The place of a partition.</summary>
    public Area Box(PartitionId partition) => boxes[partition];

    /// <summary>The place of the n-th unit of an area.</summary>
    public static (int X, int Y) Cell(Area area, int n) => (
        area.X + Margin + (n % area.Columns * CellWidth),
        area.Y + BoxHead + (n / area.Columns * CellHeight));

    private static IEnumerable<(PartitionId? Partition, int Most)> Sizes(
        IReadOnlyCollection<ServerDiagram> diagrams, UnitGroups groups)
    {
        foreach (var partition in diagrams.First().Partitions)
        {
            yield return (partition.Id, diagrams.Max(diagram => groups.Cells(diagram, partition.Id).Length));
        }

        if (diagrams.Max(diagram => groups.Cells(diagram, null).Length) is > 0 and var free)
        {
            yield return (null, free);
        }
    }
}

/// <summary>A rectangle that holds units.</summary>
public sealed record Area(int X, int Y, int Width, int Height, int Columns);
