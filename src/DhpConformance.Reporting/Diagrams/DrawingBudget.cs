namespace DhpConformance.Reporting.Diagrams;

/// <summary>
/// Limits the size of a report. Beyond the budget, a report describes failures in words instead of diagrams and says
/// so.
/// </summary>
public sealed class DrawingBudget
{
    /// <summary>Most units and groups in one diagram; larger diagrams are not readable.</summary>
    public const int CellsInPicture = 96;

    /// <summary>Most steps of one sequence that are drawn.</summary>
    public const int Steps = 60;

    private int left = 5000;

    /// <summary>Whether anything at all can still be drawn.</summary>
    public bool HasRoom => left > CellsInPicture;

    /// <summary>Whether a sequence can still be drawn; what it takes is then used up.</summary>
    public bool Allows(int cells, int pictures) => cells <= CellsInPicture && Allows((cells + 6) * pictures);

    /// <summary>Whether so many shapes can still be drawn; they are then used up.</summary>
    public bool Allows(int shapes)
    {
        if (shapes > left)
        {
            return false;
        }

        left -= shapes;
        return true;
    }
}
