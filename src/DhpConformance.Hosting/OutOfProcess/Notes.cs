namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// What is wrong with the way an adapter ended. It harms no verdict, but it will harm somebody's machine.
/// </summary>
internal static class Notes
{
    public static IEnumerable<HostingException> AtTheEnd(
        string adapter, bool ended, int left, TimeSpan patience, StandardErrorTail? standardError)
    {
        if (!ended)
        {
            yield return new HostingException(
                HostingFault.IgnoredEndOfInput,
                $"The adapter «{adapter}» did not end within {patience.TotalSeconds:0.#} s of 'shutdown' and the "
                    + "end of its input, and was left or killed. Its loop probably goes on when reading a line "
                    + "gives nothing. End there, so that it also ends when the suite is interrupted.",
                standardError: standardError?.Text());
        }

        if (left > 0)
        {
            yield return new HostingException(
                HostingFault.LeftProcesses,
                (left == 1 ? "A process" : $"{left} processes")
                    + $" that the adapter «{adapter}» had started outlived it, and had to be killed. End "
                    + "what the adapter starts before it ends itself.",
                standardError: standardError?.Text());
        }
    }
}
