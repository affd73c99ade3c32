namespace DhpConformance.Engine.Runs;

/// <summary>
/// Which rule was broken by which case first, as far as cases were examined: examining each of hundreds of cases that
/// fail alike would cost more than running them.
/// </summary>
internal sealed class FirstCases
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> first = new(StringComparer.Ordinal);

    /// <summary>Whether a case before this one is known to break the rule.</summary>
    public bool HasEarlier(string rule, int number)
    {
        lock (gate)
        {
            return first.TryGetValue(rule, out var known) && known < number;
        }
    }

    /// <summary>A case breaks the rule.</summary>
    public void Add(string rule, int number)
    {
        lock (gate)
        {
            first[rule] = Math.Min(number, first.GetValueOrDefault(rule, int.MaxValue));
        }
    }
}
