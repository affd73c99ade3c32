namespace DhpConformance.Hosting.Transports;

/// <summary>
/// A pair of streams that can only be waited for on another thread, such as pipes on Windows. A read or write that is
/// given up goes on there until the other side has ended.
/// </summary>
internal sealed class AwaitedStreams(Stream input, Stream output) : ITransport
{
    public int Read(Memory<byte> memory, Deadline until)
    {
        var read = input.ReadAsync(memory).AsTask();
        return Ended(read, until) ? read.GetAwaiter().GetResult() : ITransport.TimedOut;
    }

    public bool Write(ReadOnlyMemory<byte> bytes, Deadline until)
    {
        var write = WriteAsync(bytes);
        if (!Ended(write, until))
        {
            return false;
        }

        write.GetAwaiter().GetResult();
        return true;
    }

    public void EndOutput() => output.Dispose();

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
    }

    private static bool Ended(Task task, Deadline until)
    {
        while (!task.IsCompleted && Task.WaitAny([task], until.NextMilliseconds) != 0)
        {
            if (until.HasPassed)
            {
                return false;
            }
        }

        return true;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await output.WriteAsync(bytes).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }
}
