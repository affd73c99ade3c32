using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// Adds up what became of cases, in their order, whichever thread was done with them first: so a run that gives up
/// does so after the same case on any number of threads.
/// </summary>
internal sealed class CaseLedger
{
    /// <summary>
    /// Each hang costs a deadline, and so does doing it again: after these nobody needs to wait for more of them.
    /// </summary>
    public const int MostHangs = 3;

    /// <summary>
    /// Where it breaks in most cases each costs a process or two, and tells nothing new: 300 took more than a minute.
    /// </summary>
    public const int MostBreaks = 30;

    private readonly Lock gate = new();
    private readonly Dictionary<int, BatchRecord> waiting = [];

    // A table is large, and batches are many and short.
    private readonly Stack<CoverageTable> tables = [];
    private readonly SortedDictionary<string, (int Case, Finding Finding)> findings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Case, Finding Finding)> oneOffs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> lengths = [];
    private readonly Dictionary<string, int> timesOff = [];
    private int booked;
    private int hangs;
    private int breaks;
    private volatile string? givenUp;
    private bool isClosed;

    /// <summary>What was reached.</summary>
    public CoverageTable Coverage { get; } = new();

    /// <summary>What was found, by rule, and in which case first.</summary>
    public IReadOnlyDictionary<string, (int Case, Finding Finding)> Findings => findings;

    /// <summary>What broke and did not break again, by rule, and in which case first.</summary>
    public IReadOnlyDictionary<string, (int Case, Finding Finding)> OneOffs => oneOffs;

    /// <summary>How many cases executed how many operations.</summary>
    public IReadOnlyDictionary<int, int> Lengths => lengths;

    /// <summary>How many cases were executed.</summary>
    public int Cases { get; private set; }

    /// <summary>How many of them ended early, at a violation.</summary>
    public int EndedEarly { get; private set; }

    /// <summary>Operations executed in all of them.</summary>
    public long Operations { get; private set; }

    /// <summary>Why no more cases are to be executed, as the end of a sentence; null if more are.</summary>
    public string? GivenUp => givenUp;

    /// <summary>How many cases broke in this way and did not break again.</summary>
    public int TimesOff(string rule) => timesOff.GetValueOrDefault(rule);

    /// <summary>An empty record for a batch that is about to be executed.</summary>
    public BatchRecord Begin()
    {
        lock (gate)
        {
            return new(tables.TryPop(out var table) ? table : new());
        }
    }

    /// <summary>Takes what became of a batch.</summary>
    /// <param name="turn">Its place among all batches of the run, from 0.</param>
    /// <param name="record">What became of it. It is not changed any more.</param>
    public void Book(int turn, BatchRecord record)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            waiting.Add(turn, record);
            while (waiting.Remove(booked, out var next))
            {
                Add(next);
                next.Reached.Clear();
                tables.Push(next.Reached);
                booked++;
            }
        }
    }

    /// <summary>
    /// Takes nothing more. What is still waiting for a batch that will not come, after an interruption, counts too.
    /// </summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            foreach (var (_, record) in waiting.OrderBy(one => one.Key))
            {
                Add(record);
            }

            waiting.Clear();
        }
    }

    private void Add(BatchRecord record)
    {
        if (GivenUp is not null)
        {
            return;
        }

        Coverage.Add(record.Reached);
        Cases += record.Lengths.Count;
        EndedEarly += record.EndedEarly;
        foreach (var length in record.Lengths)
        {
            lengths[length] = lengths.GetValueOrDefault(length) + 1;
            Operations += length;
        }

        foreach (var (number, finding, isOneOff) in record.Found)
        {
            var rule = finding.Violation.Rule ?? "";
            (isOneOff ? oneOffs : findings).TryAdd(rule, (number, finding));
            timesOff[rule] = timesOff.GetValueOrDefault(rule) + (isOneOff ? 1 : 0);
        }

        hangs += record.Hangs;
        breaks += record.Breaks;
        givenUp = hangs >= MostHangs ? $"{hangs} requests were not answered in time"
            : breaks >= MostBreaks && breaks * 2 > Cases ? $"the implementation broke in {breaks} of them"
            : null;
    }
}
