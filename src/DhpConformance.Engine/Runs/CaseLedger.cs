using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;


namespace DhpConformance.Engine.Runs;

/// <summary>
/// Adds up what became of cases, in their order, whichever thread was done with them first: so a run that gives up
/// does so after the same case on any number of threads.
/// </summary>
/// <param name="before">
/// That of the profile before, since what was waited for in vain there is not waited for again; null for the first.
/// </param>
/// <param name="end">What ends the run at a finding; null for nothing.</param>
internal sealed class CaseLedger(CaseLedger? before = null, FirstFailure? end = null)
{
    /// <summary>Stands for the number of a case that was remembered, and not drawn.</summary>
    public const int Remembered = -1;

    /// <summary>
    /// Each hang costs a deadline, and so does doing it again: after these nobody needs to wait for more of them.
    /// </summary>
    public const int MostHangs = 3;

    /// <summary>
    /// Where it breaks in most cases each costs a process or two, and tells nothing new: 300 took more than a minute.
    /// </summary>
    public const int MostBreaks = 30;

    /// <summary>The same after a profile that was given up: a few tell whether it is this one's fault alone.</summary>
    public const int FewBreaks = 5;

    private readonly string? silence = before?.Silence;
    private readonly int mostBreaks = before?.GivenUp is null ? MostBreaks : FewBreaks;
    private readonly Lock gate = new();
    private readonly Dictionary<int, BatchRecord> waiting = [];

    // A table is large, and batches are many and short.
    private readonly Stack<(CoverageTable Reached, SizeTable Sizes)> tables = [];
    private readonly SortedDictionary<string, (int Case, Finding Finding)> findings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Case, Finding Finding)> oneOffs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> lengths = [];
    private readonly Dictionary<string, int> timesOff = [];
    private int recorded;
    private int hangs;
    private int breaks;
    private volatile string? givenUp;
    private bool isClosed;
    private bool isCut;

    /// <summary>What was reached.</summary>
    public CoverageTable Coverage { get; } = new();

    /// <summary>At which sizes.</summary>
    public SizeTable Sizes { get; } = new();

    /// <summary>What was found, by rule, and in which case first.</summary>
    public IReadOnlyDictionary<string, (int Case, Finding Finding)> Findings => findings;

    /// <summary>In which ways each rule was broken.</summary>
    public CauseLog Causes { get; } = new();

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
    public string? GivenUp => silence ?? givenUp;

    /// <summary>The same if it is that requests were not answered, which no other profile changes.</summary>
    public string? Silence => silence ?? (hangs >= MostHangs || end?.Has(findings.Keys) == true ? givenUp : null);

    /// <summary>How many cases broke in this way and did not break again.</summary>
    public int TimesOff(string rule) => timesOff.GetValueOrDefault(rule);

    /// <summary>Takes what a remembered case has shown, before any batch.</summary>
    public void Remember(Finding finding)
    {
        lock (gate)
        {
            findings.TryAdd(finding.Violation.Rule ?? "", (Remembered, finding));
            givenUp ??= end?.Why(findings.Keys);
        }
    }

    /// <summary>An empty record for a batch that is about to be executed.</summary>
    public BatchRecord Begin()
    {
        lock (gate)
        {
            return tables.TryPop(out var empty) ? new(empty.Reached, empty.Sizes) : new(new(), new());
        }
    }

    /// <summary>Takes what became of a batch.</summary>
    /// <param name="turn">Its place among all batches of the run, from 0.</param>
    /// <param name="record">What became of it. It is not changed any more.</param>
    public void Record(int turn, BatchRecord record)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            waiting.Add(turn, record);
            while (waiting.Remove(recorded, out var next))
            {
                Add(next);
                next.Reached.Clear();
                next.Sizes.Clear();
                tables.Push((next.Reached, next.Sizes));
                recorded++;
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
        if (GivenUp is not null || isCut)
        {
            return;
        }

        isCut = record.IsCut;
        Coverage.Add(record.Reached);
        Sizes.Add(record.Sizes);
        Cases += record.Lengths.Count;
        EndedEarly += record.EndedEarly;
        foreach (var length in record.Lengths)
        {
            lengths[length] = lengths.GetValueOrDefault(length) + 1;
            Operations += length;
        }

        foreach (var (number, violation) in record.Seen)
        {
            Causes.Add(number, violation);
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
            : breaks >= mostBreaks && breaks * 2 > Cases ? $"the implementation broke in {breaks} of them"
            : end?.Why(findings.Keys);
    }
}
