using System.Globalization;

namespace DhpConformance.Adapters.Libvirt.Domains;

/// <summary>
/// An adapter as the maker of domains: host, process, and when the process started, in ticks of the kernel.
/// </summary>
internal static class DomainOwner
{
    private const int FieldsBeforeStart = 19;

    /// <summary>This process.</summary>
    public static string Current { get; } = Of(Environment.ProcessId);

    /// <summary>
    /// Whether the owner has certainly ended. An owner on another host, or in another container, is taken to be there.
    /// </summary>
    public static bool HasEnded(string owner) =>
        owner.Split('/') is [var host, var process, _]
        && host == Environment.MachineName
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Of(id) != owner;

    private static string Of(int process) => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process}/{StartOf(process)}");

    // The name of the program is in brackets, and may contain anything.
    private static string StartOf(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat");
            return fields[(fields.LastIndexOf(')') + 2)..].Split(' ')[FieldsBeforeStart];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "none";
        }
    }
}
