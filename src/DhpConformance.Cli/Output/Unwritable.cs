using System.Text.RegularExpressions;

namespace DhpConformance.Cli.Output;

/// <summary>Says why something cannot be written. What the system says names paths that the user never wrote.</summary>
internal static partial class Unwritable
{
    /// <summary>The reason, to stand after a colon.</summary>
    /// <param name="folder">The folder that was to be written to.</param>
    /// <param name="exception">What the system said.</param>
    public static string Why(string folder, Exception exception)
    {
        var taken = NearestThatExists(folder);
        return File.Exists(taken) ? $"{Path.GetFileName(taken)} is a file, where a folder belongs"
            : exception switch
            {
                UnauthorizedAccessException => "access is denied, or the place is taken",
                DirectoryNotFoundException => "no folder can be made there",
                _ => QuotedPath().Replace(exception.Message, "").TrimEnd('.', ' '),
            };
    }

    private static string? NearestThatExists(string? path)
    {
        while (path is not null && !Path.Exists(path))
        {
            path = Path.GetDirectoryName(path);
        }

        return path;
    }

    [GeneratedRegex(" ?:? ?'[^']*'")]
    private static partial Regex QuotedPath();
}
