namespace DhpConformance.Cli.Output;

/// <summary>Writes a single file whole or not at all: beside its place first, then moved.</summary>
internal static class OutputFile
{
    /// <param name="path">Where it is written to.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="content">What is written.</param>
    public static void Write(string path, string name, string content) =>
        Write(path, name, writer => writer.Write(content));

    /// <param name="path">Where it is written to.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, string name, Action<TextWriter> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        var staged = Path.Combine(folder, Staging.Name());
        try
        {
            Directory.CreateDirectory(folder);
            Staging.RemoveAbandoned(folder);
            using (var writer = new StreamWriter(staged))
            {
                write(writer);
            }

            File.Move(staged, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Staging.Discard(staged);
            throw new BadInputException(
                $"{name} cannot be written: {Unwritable.Why(folder, exception)}; choose another place with --out.",
                cause: exception);
        }
    }
}
