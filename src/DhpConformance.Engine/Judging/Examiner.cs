using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Judging;

/// <summary>
/// Executes a trial and says which rule of the judged profile it breaks. Where one execution leaves that open it
/// executes a variant: looking after every operation, with one profile in all partitions, or what settles a doubt.
/// </summary>
/// <param name="runner">Executes.</param>
/// <param name="judged">The profile whose rules are judged.</param>
internal sealed class Examiner(SequenceRunner runner, Profile judged)
{
    /// <summary>How many trials were executed so far.</summary>
    public int Executions { get; private set; }

    /// <summary>The finding; null if the trial shows no violation of the judged profile.</summary>
    public Finding? Examine(Trial trial)
    {
        if (Execute(trial) is not { } finding)
        {
            return null;
        }

        if (trial.Look == Look.AtTheEnd && finding.Violation.Step == trial.Operations.Length)
        {
            // Seen at the end only. If it also shows while looking on, the step that went wrong is known.
            finding = Execute(trial with { Look = Look.AfterEveryOperation }) ?? finding;
        }

        return finding.Violation.Rule is null || IsUniform(trial.Setup) ? Settle(finding) : Disentangle(finding);
    }

    // Each doubt leads to a rule that comes later in the list, so this ends.
    private Finding Settle(Finding finding)
    {
        foreach (var doubt in Doubt.All)
        {
            if (doubt.Rule == finding.Violation.Rule
                && Execute(doubt.Experiment(finding)) is { } shown && doubt.Better.Contains(shown.Violation.Rule))
            {
                finding = shown;
            }
        }

        return finding;
    }

    // p0 runs Windows Server 2008 and p1 runs 2003. A hot add of a processor to p1 is granted: has the server taken
    // the capabilities of p0 (TOP-02), or does it get 2003 wrong in any case, which is for the run of that profile?
    private Finding? Disentangle(Finding finding)
    {
        var setup = finding.Trial.Setup;
        var partition = finding.Violation.Partition;
        var concerned = partition >= 0 ? setup.Partitions[partition].Profile : judged;
        if (!finding.Violation.ConcernsCapability)
        {
            return concerned.Name == judged.Name ? Settle(finding) : null;
        }

        var alone = UniformVariants.Of(finding.Trial, concerned)
            .Select(Execute)
            .FirstOrDefault(variant => variant is not null);
        return alone is null ? finding with { Violation = finding.Violation with { Rule = "TOP-02" } }
            : concerned.Name == judged.Name ? alone
            : null;
    }

    private bool IsUniform(ServerSetup setup) =>
        setup.Partitions.All(partition => partition.Profile.Name == judged.Name);

    private Finding? Execute(Trial trial)
    {
        Executions++;
        return runner.Run(trial.Setup, new ListedOperations(trial.Operations), trial.Look) is { } violation
            ? new Finding(trial with { Operations = trial.Operations[..violation.Step] }, violation)
            : null;
    }
}
