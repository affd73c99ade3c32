namespace DhpConformance.Cli.Output;

/// <summary>Writes a single file, whole or not at all.</summary>
internal static class OutputFile
{
    /// <param name="path">Where it is written to.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="content">What is written.</param>
    public static void Write(string path, string name, string content)
    {
        var staged = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(staged, content);
            File.Move(staged, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            if (File.Exists(staged))
            {
                File.Delete(staged);
            }

            throw new BadInputException(
                $"{name} cannot be written: "
                    + $"{Unwritable.Why(Path.GetDirectoryName(path)!, exception)}; choose another place.",
                cause: exception);
        }
    }
}
