using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// Adds up what became of cases, in their order, whichever thread was done with them first: so a run that gives up
/// does so after the same case on any number of threads.
/// </summary>
/// <param name="before">
/// That of the profile before, since what was waited for in vain there is not waited for again; null for the first.
/// </param>
/// <param name="end">What ends the run at a finding; null for nothing.</param>
/// <param name="known">What is known to be broken; null for nothing.</param>
internal sealed partial class CaseLedger(
    CaseLedger? before = null, FirstFailure? end = null, KnownViolations? known = null)
{
    /// <summary>Stands for the number of a case that was remembered, and not drawn.</summary>
    public const int Remembered = -1;

    /// <summary>
    /// Hangs in a run before it is given up: each costs one deadline, and its repetition another.
    /// </summary>
    public const int MostHangs = 3;

    /// <summary>
    /// Broken cases before a run is given up, if most cases break: each costs a process or two, and 300 took more than
    /// a minute without new information.
    /// </summary>
    public const int MostBreaks = 30;

    /// <summary>The same limit after a profile that was given up.</summary>
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

    /// <summary>The coverage of all cases.</summary>
    public CoverageTable Coverage { get; } = new();

    /// <summary>At which sizes.</summary>
    public SizeTable Sizes { get; } = new();

    /// <summary>The findings by rule, each with its first case.</summary>
    public IReadOnlyDictionary<string, (int Case, Finding Finding)> Findings => findings;

    /// <summary>In which ways each rule was broken.</summary>
    public CauseLog Causes { get; } = new();

    /// <summary>Findings that did not repeat, by rule, each with its first case.</summary>
    public IReadOnlyDictionary<string, (int Case, Finding Finding)> OneOffs => oneOffs;

    /// <summary>How many cases executed how many operations.</summary>
    public IReadOnlyDictionary<int, int> Lengths => lengths;

    /// <summary>How many cases were executed.</summary>
    public int Cases { get; private set; }

    /// <summary>How many of them ended early, at a violation.</summary>
    public int EndedEarly { get; private set; }

    /// <summary>How many of them ended without a verdict on their last step.</summary>
    public int Undecided { get; private set; }

    /// <summary>Operations executed in all of them.</summary>
    public long Operations { get; private set; }

    /// <summary>Why the run executes no more cases, as the end of a sentence; null if it continues.</summary>
    public string? GivenUp => silence ?? givenUp;

    /// <summary>The same, if the reason also ends the other profiles: requests without an answer.</summary>
    public string? Silence => silence ?? (hangs >= MostHangs || end?.Has(Violations) == true ? givenUp : null);

    private IEnumerable<Violation> Violations => findings.Values.Select(found => found.Finding.Violation);

    /// <summary>The number of cases that broke this rule and did not break it again.</summary>
    public int TimesOff(string rule) => timesOff.GetValueOrDefault(rule);

    /// <summary>Records the finding of a remembered case, before any batch.</summary>
    public void Remember(Finding finding)
    {
        lock (gate)
        {
            findings.TryAdd(finding.Violation.Rule ?? "", (Remembered, finding));
            givenUp ??= end?.Why(Violations);
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

    /// <summary>Records the results of a batch.</summary>
    /// <param name="turn">Its place among all batches of the run, from 0.</param>
    /// <param name="record">The results. The caller must not change them any more.</param>
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
    /// Stops recording. Batches that wait for an earlier batch, which an interruption prevented, count too.
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

    /// <summary>How many batches are added up: all before this one, in their order.</summary>
    public int Recorded
    {
        get
        {
            lock (gate)
            {
                return recorded;
            }
        }
    }

    /// <summary>Whether a batch was recorded, be it added up or waiting for an earlier one.</summary>
    /// <param name="turn">Its place among all batches of the run, from 0.</param>
    public bool Has(int turn)
    {
        lock (gate)
        {
            return turn < recorded || waiting.ContainsKey(turn);
        }
    }

    // The first of a rule is reported, and one that is not known rather than one that is.
    private void Keep(
        SortedDictionary<string, (int Case, Finding Finding)> kept, string rule, (int Case, Finding Finding) found)
    {
        if (!kept.TryAdd(rule, found) && known?.Has(kept[rule].Finding.Violation) == true
            && !known.Has(found.Finding.Violation))
        {
            kept[rule] = found;
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
        Undecided += record.Undecided;
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
            Keep(isOneOff ? oneOffs : findings, rule, (number, finding));
            timesOff[rule] = timesOff.GetValueOrDefault(rule) + (isOneOff ? 1 : 0);
        }

        hangs += record.Hangs;
        breaks += record.Breaks;
        givenUp = hangs >= MostHangs ? $"{hangs} requests were not answered in time"
            : breaks >= mostBreaks && breaks * 2 > Cases ? $"the implementation broke in {breaks} of them"
            : end?.Why(Violations);
    }
}
