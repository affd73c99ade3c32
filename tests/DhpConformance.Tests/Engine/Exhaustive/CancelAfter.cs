using DhpConformance.Engine.Runs;


namespace DhpConformance.Tests.Engine.Exhaustive;

/// <summary>Interrupts a run after so many states.</summary>
internal sealed class CancelAfter(CancellationTokenSource stop, int count) : IProgress<SuiteProgress>
{
    public void Report(SuiteProgress value)
    {
        if (value.Done >= count)
        {
            stop.Cancel();
        }
    }
}
