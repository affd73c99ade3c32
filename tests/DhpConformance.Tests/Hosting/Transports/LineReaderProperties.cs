using System.Text;
using DhpConformance.Hosting.Transports;
using DhpConformance.Tests.Properties;
using FsCheck;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Hosting.Transports;

/// <summary>Lines are those that were sent, however they arrive.</summary>
public sealed class LineReaderProperties : IControlled
{
    private readonly Func<byte[], int, List<string>> read;

    public LineReaderProperties()
        : this(Real)
    {
    }

    internal LineReaderProperties(Func<byte[], int, List<string>> read) => this.read = read;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(Lines_are_those_that_were_sent), new LineReaderProperties((sent, chunk) => Real(sent, chunk)[1..])),
        new(nameof(It_makes_no_difference_how_they_arrive), new LineReaderProperties(
            (sent, chunk) => [.. Real(sent, chunk).Take(chunk)])),
        new(nameof(What_has_no_end_is_no_line), new LineReaderProperties(
            (sent, chunk) => [.. Real(sent, chunk), "rest"])),
    ];

    [Property]
    public bool Lines_are_those_that_were_sent(NonEmptyArray<string> lines, PositiveInt chunk) =>
        read(Sent(lines.Get), chunk.Get).SequenceEqual(lines.Get.Select(Single));

    [Property]
    public bool It_makes_no_difference_how_they_arrive(NonEmptyArray<string> lines, PositiveInt chunk) =>
        read(Sent(lines.Get), chunk.Get).SequenceEqual(read(Sent(lines.Get), int.MaxValue));

    [Property]
    public bool What_has_no_end_is_no_line(NonEmptyArray<string> lines, PositiveInt chunk) =>
        read([.. Sent(lines.Get), .. "rest"u8], chunk.Get).Count == lines.Get.Length;

    private static string Single(string? line) => new([.. (line ?? "").Where(char.IsAsciiLetterOrDigit)]);

    private static byte[] Sent(string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(Single)
        .Select(line => line + "\n")));

    private static List<string> Real(byte[] sent, int chunk)
    {
        var reader = new LineReader(new Chunks(sent, chunk));
        var lines = new List<string>();
        while (reader.Read(Deadline.Never, out var line) == LineResult.Line)
        {
            lines.Add(Encoding.UTF8.GetString(line));
        }

        return lines;
    }

    private sealed class Chunks(byte[] sent, int size) : ITransport
    {
        private readonly MemoryStream stream = new(sent);

        public int Read(Memory<byte> memory, Deadline until) =>
            stream.Read(memory.Span[..Math.Min(size, memory.Length)]);

        public bool Write(ReadOnlyMemory<byte> bytes, Deadline until) => throw new NotSupportedException();

        public void EndOutput()
        {
        }

        public void Dispose() => stream.Dispose();
    }
}
