using System.Text.Json;

namespace DhpConformance.Reporting.Text;

/// <summary>How JSON is written: for people to read, and with everything escaped that some reader could take for markup.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };
}
