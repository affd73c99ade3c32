namespace DhpConformance.Cli.Output;

/// <summary>Says after every tenth of a number of things how many are done, for logs.</summary>
internal sealed class CountLines(TextWriter output, string things, int count)
{
    private const int Lines = 10;

    private readonly Lock gate = new();
    private int done;

    /// <summary>One more is done; which thread says so makes no difference.</summary>
    public void CountOne()
    {
        lock (gate)
        {
            done++;
            if (done * Lines / count > (done - 1) * Lines / count)
            {
                output.WriteLine($"{done} of {count} {things}");
            }
        }
    }
}
