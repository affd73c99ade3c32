using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Runs;

/// <summary>Counts how far the run of a profile is, and reports it; several threads may.</summary>
internal sealed class ProfileProgress(Profile profile, int planned, IProgress<SuiteProgress>? progress)
{
    private int done;
    private int failing;

    /// <summary>A batch was executed.</summary>
    public void Executed(BatchRecord record)
    {
        var cases = Interlocked.Add(ref done, record.Lengths.Count);
        var broken = Interlocked.Add(ref failing, record.EndedEarly);
        progress?.Report(new(profile.Name, cases, planned, broken));
    }

    /// <summary>So many of these findings are explained.</summary>
    public void Explained(int findings, int explained) =>
        progress?.Report(new(profile.Name, done, planned, failing) { Findings = findings, Explained = explained });
}
