namespace DhpConformance.Cli;

/// <summary>Reads files that the user names.</summary>
internal static class InputFile
{
    /// <summary>Whether a file is meant, where the name of something built in might be as well.</summary>
    /// <param name="path">Where it would be.</param>
    /// <param name="name">What the user wrote.</param>
    public static bool IsMeant(string path, string name) =>
        File.Exists(path) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || name.Contains('/') || name.Contains('\\');

    /// <summary>The content of a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What the user calls it.</param>
    public static string Read(string path, string name)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{name} is a folder; name the file in it.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"There is no file {name}; check the path.", cause: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"{name} cannot be read: {exception.Message.TrimEnd('.')}; make it readable.", cause: exception);
        }
    }
}
