using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Profiles;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>Looks for a mutant as a self-test does, in one profile, and stops where it is found.</summary>
internal sealed class Hunt
{
    private readonly CaseGenerator cases;
    private readonly CaseOperations operations;
    private readonly SequenceRunner runner;
    private readonly string rule;
    private readonly int length;

    public Hunt(Mutant mutant, Profile profile, ulong seed, int length)
    {
        var server = mutant.Create();
        var description = server.Describe();
        Profile = profile;
        Runner = new SequenceRunner(server, description.Claims);
        Examiner = new Examiner(Runner, profile);
        runner = new SequenceRunner(server, description.Claims);
        cases = DrawnCase.Generator(profile, description, seed);
        operations = new CaseOperations(description.Claims);
        rule = mutant.RuleId;
        this.length = length;
    }

    public Profile Profile { get; }

    public SequenceRunner Runner { get; }

    public Examiner Examiner { get; }

    /// <summary>One for each profile that the suite is proven with.</summary>
    public static Hunt[] InEveryProfile(Mutant mutant, ulong seed, int length) =>
        [.. SelfTestProfiles.All.Select(profile => new Hunt(mutant, profile, seed, length))];

    /// <summary>The first case of a batch that breaks the rule of the mutant: its place in the batch, from 0.</summary>
    public (int Place, Finding Finding)? In(int batch)
    {
        var drawn = cases.Generate(batch);
        for (var place = 0; place < drawn.Length; place++)
        {
            var (setup, look) = (drawn[place].Setup, drawn[place].ObservationPolicy);
            if (runner.Run(setup, operations.Of(drawn[place], length), look) is not null
                && Examiner.Examine(new(setup, [.. runner.Executed], look)) is { } finding
                && finding.Violation.Rule == rule)
            {
                return (place, finding);
            }
        }

        return null;
    }

    /// <summary>The server and the codes that case 0 of a batch begins with.</summary>
    public GeneratedCase First(int batch) => cases.Generate(batch)[0];

    /// <summary>What turns cases into operations.</summary>
    public CaseOperations Operations => operations;
}
