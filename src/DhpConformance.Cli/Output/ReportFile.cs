namespace DhpConformance.Cli.Output;

/// <summary>Writes one file whole or not at all: beside its place first, then moved.</summary>
internal static class ReportFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, string name, Action<TextWriter> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        var staged = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            using (var writer = new StreamWriter(staged))
            {
                write(writer);
            }

            File.Move(staged, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Discard(staged);
            throw new BadInputException(
                $"{name} cannot be written: {Unwritable.Why(folder, exception)}; choose another folder with --out.",
                cause: exception);
        }
    }

    // Where no folder could be made there is nothing to delete, and asking for it fails once more.
    private static void Discard(string staged)
    {
        if (File.Exists(staged))
        {
            File.Delete(staged);
        }
    }
}
