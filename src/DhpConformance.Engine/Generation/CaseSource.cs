using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// The cases of a run of one profile, by number. Comes in: a profile, what the implementation says of itself, a seed.
/// Goes out: servers and operations, for execution.
/// </summary>
internal sealed class CaseSource
{
    private readonly CaseGenerator cases;
    private readonly CaseOperations operations;

    public CaseSource(
        Profile profile, ImplementationDescription description, ulong seed, Workload workload = Workload.Default)
    {
        var setups = new SetupGenerator(profile, ProfileNeighbours.Of(profile), description);
        var schedule = new CaseSchedule(profile, workload);
        cases = new CaseGenerator(setups, schedule, seed, OperationWeights.AllowConsumers(description.Claims));
        operations = new CaseOperations(description.Claims, workload);
    }

    /// <summary>The cases from <paramref name="batch"/> x <see cref="CaseGenerator.Batch"/> on.</summary>
    public GeneratedCase[] Batch(int batch) => cases.Generate(batch);

    /// <summary>The case with this number, from 0.</summary>
    public GeneratedCase Case(int number) => Batch(number / CaseGenerator.Batch)[number % CaseGenerator.Batch];

    /// <summary>The cases that are drawn together with a case and come before it.</summary>
    public IEnumerable<GeneratedCase> Before(int number) =>
        Batch(number / CaseGenerator.Batch).Take(number % CaseGenerator.Batch);

    /// <summary>The operations of a case: so many at most, unless its shape has more.</summary>
    public IOperationSource OperationsOf(GeneratedCase drawn, int length) => operations.Of(drawn, length);
}
