using System.Text;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Cli;

/// <summary>
/// Reads files that the user names: every file that the tool opens, but for assemblies. A file is regular and of
/// bounded size, and reading it ends with an interruption: a pipe, or a device that never ends, would hold up the tool.
/// </summary>
internal static class InputFile
{
    /// <summary>Most bytes of a file: far more than any run writes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    // The byte order marks that editors write, longest first: one is the beginning of another.
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly UTF8Encoding Unmarked = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether a file is meant, where the name of something built in might be as well.</summary>
    /// <param name="environment">Where it would be.</param>
    /// <param name="name">What the user wrote.</param>
    public static bool IsMeant(ToolEnvironment environment, string name) =>
        Path.Exists(environment.Resolve(name)) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || name.Contains('/') || name.Contains('\\');

    /// <summary>The content of a file.</summary>
    /// <param name="environment">Where it is, and who may interrupt.</param>
    /// <param name="name">What the user calls it.</param>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and could not be read soon.</exception>
    public static string Read(ToolEnvironment environment, string name)
    {
        var path = environment.Resolve(name);
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{name} is a folder; name the file in it.");
        }

        if (!FileKind.IsRegular(path))
        {
            throw NotRegular(name);
        }

        return Abandonable.Run(() => Text(Bytes(path, name), name), environment.Interrupted);
    }

    private static ReadOnlySpan<byte> Bytes(string path, string name)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (!stream.CanSeek)
            {
                throw NotRegular(name);
            }

            // The length is asked once and believed never: a file may grow, and some say that they are empty.
            using var content = new MemoryStream((int)Math.Min(stream.Length, MostBytes));
            var chunk = new byte[81920];
            for (var count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
            {
                content.Write(chunk, 0, count);
                if (content.Length > MostBytes)
                {
                    throw new BadInputException(
                        $"{name} has more than {MostBytes / 1024 / 1024} MiB, and no file of this suite has; name "
                        + "another.");
                }
            }

            return content.GetBuffer().AsSpan(0, (int)content.Length);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"There is no file {name}; check the path.", cause: exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new BadInputException(
                $"{name} cannot be read: access is denied; make it readable.", cause: exception);
        }
        catch (IOException exception)
        {
            throw new BadInputException(
                $"{name} cannot be read: {exception.Message.TrimEnd('.')}; make it readable.", cause: exception);
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes, string name)
    {
        Encoding encoding = Unmarked;
        foreach (var marked in Marked)
        {
            if (bytes.StartsWith(marked.Preamble))
            {
                encoding = marked;
                break;
            }
        }

        try
        {
            return encoding.GetString(bytes[encoding.Preamble.Length..]);
        }
        catch (DecoderFallbackException exception)
        {
            throw new BadInputException(
                $"{name} is not text in UTF-8; save it as that, or name another.", cause: exception);
        }
    }

    private static BadInputException NotRegular(string name) => new(
        $"{name} is not a regular file (but a pipe or a device), and may never end; write its content to a "
        + "file, and name that file.");
}
