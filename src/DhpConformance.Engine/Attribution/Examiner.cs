using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Attribution;

/// <summary>
/// Executes a test case and says which rule it breaks. Where one execution leaves that open it
/// executes a variant: looking after every operation, with one profile in all partitions, or what settles a doubt.
/// </summary>
/// <param name="runner">Executes.</param>
/// <param name="judged">The profile whose rules are judged.</param>
internal sealed class Examiner(SequenceRunner runner, Profile judged)
{
    /// <summary>How many test cases were executed so far.</summary>
    public int Executions { get; private set; }

    /// <summary>
    /// The finding; null if the test case shows no violation. A violation in a partition that runs another profile
    /// counts, and names that profile.
    /// </summary>
    public Finding? Examine(TestCase testCase)
    {
        if (Execute(testCase) is not { } finding)
        {
            return null;
        }

        if (testCase.ObservationPolicy == ObservationPolicy.AtTheEnd
            && finding.Violation.Step == testCase.Operations.Length)
        {
            // Observed only at the end. If observing each step shows the difference too, the wrong step is known.
            finding = Execute(testCase with { ObservationPolicy = ObservationPolicy.AfterEveryOperation }) ?? finding;
        }

        return finding.Violation.Rule is null || IsUniform(testCase.Setup) ? Settle(finding) : Disentangle(finding);
    }

    // Each doubt leads to a rule that comes later in the list, so this ends.
    private Finding Settle(Finding finding)
    {
        foreach (var doubt in Ambiguity.All)
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
    // the capabilities of p0 (TOP-02), or does it get 2003 wrong in any case? Then it breaks that rule, whichever of
    // the two is judged: with 2008 judged alone, a fault that needs 2003 beside it would never be reported.
    private Finding? Disentangle(Finding finding)
    {
        var setup = finding.TestCase.Setup;
        var partition = finding.Violation.Partition;
        var concerned = partition >= 0 ? setup.Partitions[partition].Profile : judged;
        var isJudged = concerned.Name == judged.Name;
        if (!finding.Violation.ConcernsCapability)
        {
            return isJudged ? Settle(finding) : Beside(Settle(finding), concerned);
        }

        var alone = UniformVariants.Of(finding.TestCase, concerned)
            .Select(Execute)
            .FirstOrDefault(variant => variant is not null);
        return alone is null ? finding with { Violation = finding.Violation with { Rule = "TOP-02" } }
            : isJudged ? alone
            : Beside(finding, concerned);
    }

    // Shrinking takes partitions away: without one that runs the judged profile, the case says nothing about it.
    private Finding? Beside(Finding finding, Profile concerned)
    {
        var partitions = finding.TestCase.Setup.Partitions;
        var place = finding.Violation.Partition;
        return place < 0 || !partitions.Any(partition => partition.Profile.Name == judged.Name) ? null : finding with
        {
            Violation = finding.Violation with
            {
                Subject = $"{finding.Violation.Subject} ({partitions[place].Id} runs {concerned.Name})",
            },
        };
    }

    private bool IsUniform(ServerSetup setup) =>
        setup.Partitions.All(partition => partition.Profile.Name == judged.Name);

    private Finding? Execute(TestCase testCase)
    {
        Executions++;
        return runner.Run(
            testCase.Setup, new ListedOperations(testCase.Operations), testCase.ObservationPolicy) is { } violation
            ? new Finding(testCase with { Operations = testCase.Operations[..violation.Step] }, violation)
            : null;
    }
}
