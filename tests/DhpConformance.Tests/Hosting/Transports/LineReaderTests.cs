using System.Text;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Tests.Hosting.Transports;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Lines_are_whole_however_they_arrive(int chunk)
    {
        string[] expected = ["first", "", "a longer one\r", new('x', 50_000), "last"];
        var reader = new LineReader(new Chunks(string.Join('\n', expected) + "\nrest", chunk));
        foreach (var line in expected)
        {
            Assert.Equal(LineResult.Line, reader.Read(Deadline.Never, out var read));
            Assert.Equal(line, Encoding.UTF8.GetString(read));
        }

        Assert.Equal(LineResult.EndOfInput, reader.Read(Deadline.Never, out _));
        Assert.Equal("rest", Encoding.UTF8.GetString(reader.Rest));
    }

    [Theory]
    [InlineData(ProtocolVersion.MaximumLine, true)]
    [InlineData(ProtocolVersion.MaximumLine + 1, false)]
    public void A_line_may_have_a_mebibyte_with_its_end(int length, bool allowed)
    {
        var reader = new LineReader(new Chunks(new string('x', length - 1) + "\n", length));
        Assert.Equal(allowed ? LineResult.Line : LineResult.TooLong, reader.Read(Deadline.Never, out _));
    }

    private sealed class Chunks(string text, int size) : ITransport
    {
        private readonly MemoryStream stream = new(Encoding.UTF8.GetBytes(text));

        public int Read(Memory<byte> memory, Deadline until) =>
            stream.Read(memory.Span[..Math.Min(size, memory.Length)]);

        public bool Write(ReadOnlyMemory<byte> bytes, Deadline until) => true;

        public void EndOutput()
        {
        }

        public void Dispose()
        {
        }
    }
}
