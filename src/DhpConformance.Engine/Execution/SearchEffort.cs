namespace DhpConformance.Engine.Execution;

/// <summary>
/// How much may still be tried to find out which of several operations that ended unseen told what. Where it is used up
/// nobody knows whether the log is right: a server must not be accused then.
/// </summary>
/// <param name="most">The parts of logs that are judged at most, 0 or more.</param>
internal sealed class SearchEffort(int most = SearchEffort.Usual)
{
    private const int Usual = 20_000;

    private int left = most;

    /// <summary>Whether a search was given up.</summary>
    public bool IsUsedUp { get; private set; }

    /// <summary>Takes one part to judge. False if none is left.</summary>
    public bool Take()
    {
        IsUsedUp |= left <= 0;
        return left-- > 0;
    }
}
