namespace DhpConformance.Hosting.Transports;

/// <summary>A pair of streams without deadlines: an adapter waits for the suite as long as it takes.</summary>
internal sealed class PlainStreams(Stream input, Stream output) : ITransport
{
    public int Read(Memory<byte> memory, Deadline until) => input.Read(memory.Span);

    public bool Write(ReadOnlyMemory<byte> bytes, Deadline until)
    {
        output.Write(bytes.Span);
        output.Flush();
        return true;
    }

    public void EndOutput() => output.Dispose();

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
    }
}
