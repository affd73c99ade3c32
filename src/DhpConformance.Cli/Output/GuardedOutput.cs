using System.Text;

namespace DhpConformance.Cli.Output;

/// <summary>
/// Output that may become impossible to write, such as to a file on a disk that is full, or to nothing at all. What is
/// written then is lost; whoever writes goes on, since the run and its files are worth more than the lines about them.
/// </summary>
internal sealed class GuardedOutput(TextWriter writer) : TextWriter
{
    private readonly Lock gate = new();

    /// <summary>Why something could not be written, as the end of a sentence; null if everything was.</summary>
    public string? Problem { get; private set; }

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    public override void Flush() => Try(writer.Flush);

    private void Try(Action write)
    {
        lock (gate)
        {
            try
            {
                if (Problem is null)
                {
                    write();
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Problem = exception.Message.TrimEnd('.');
            }
        }
    }
}
