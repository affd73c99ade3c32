using System.Text.Json;

namespace DhpConformance.Reporting.Text;

/// <summary>How JSON is written: for people to read, with all escaped that one could take for markup.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };
}
