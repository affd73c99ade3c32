namespace DhpConformance.Hosting.Transports;

/// <summary>
/// Bytes to and from the other side, where nothing waits longer than its deadline, whatever the other side does.
/// </summary>
internal interface ITransport : IDisposable
{
    /// <summary>What <see cref="Read"/> answers when the deadline has passed.</summary>
    const int TimedOut = -1;

    /// <summary>
    /// Waits for bytes. Answers how many came, 0 at the end of input, or <see cref="TimedOut"/>. After that the
    /// memory may still be written to, and the wire is of no more use.
    /// </summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    int Read(Memory<byte> memory, Deadline until);

    /// <summary>Sends all bytes; false if the deadline passed before the other side had taken them.</summary>
    /// <exception cref="IOException">The other side does not read any more.</exception>
    bool Write(ReadOnlyMemory<byte> bytes, Deadline until);

    /// <summary>Tells the other side that nothing more will come.</summary>
    void EndOutput();
}
