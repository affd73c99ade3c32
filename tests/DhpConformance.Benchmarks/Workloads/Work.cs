using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>The same cases in the three ways that are compared with each other.</summary>
internal sealed class Work : IDisposable
{
    private readonly DrawnCase[] cases;
    private readonly ReferenceServer server = new();
    private readonly Claims claims;
    private readonly SequenceRunner runner;
    private readonly CaseOperations operations;
    private readonly CaseGenerator[] generators;

    public Work(DrawnCase[] cases)
    {
        this.cases = cases;
        claims = server.Describe().Claims;
        runner = new SequenceRunner(server, claims, new CoverageTable());
        operations = new CaseOperations(claims);
        generators = [.. ProfileCatalog.All.Select(profile => DrawnCase.Generator(profile, server))];
    }

    /// <summary>How many operations each way executes.</summary>
    public int Operations => cases.Length * DrawnCase.Length;

    /// <summary>Everything that the suite does: it draws, executes and checks.</summary>
    public void Suite(ObservationPolicy look)
    {
        // As many are drawn as are executed; those that are executed are known to have 12 units.
        for (var batch = 0; batch * CaseGenerator.Batch < cases.Length; batch++)
        {
            _ = generators[batch % generators.Length].Generate(batch);
        }

        foreach (var drawn in cases)
        {
            Sound.Demand(runner.Run(drawn.Setup, operations.Of(drawn.Case, DrawnCase.Length), look));
        }
    }

    /// <summary>The server and the model side by side: the least that a check against a model needs.</summary>
    public void ModelAndReference()
    {
        foreach (var drawn in cases)
        {
            server.Reset(drawn.Setup);
            var state = ServerState.Initial(new Inventory(drawn.Setup, claims));
            foreach (var operation in drawn.Operations)
            {
                var decision = Transition.Decide(state, operation);
                var outcome = server.Apply(operation);
                if (!decision.Permits(outcome))
                {
                    throw new InvalidOperationException($"The reference server answered {operation} wrongly.");
                }

                state = decision.After(outcome);
            }
        }
    }

    /// <summary>The server alone; observed as the suite would, if that is wanted, but compared with nothing.</summary>
    public void Reference(ObservationPolicy? look)
    {
        foreach (var drawn in cases)
        {
            server.Reset(drawn.Setup);
            foreach (var operation in drawn.Operations)
            {
                server.Apply(operation);
                if (look == ObservationPolicy.AfterEveryOperation)
                {
                    server.Observe();
                }
            }

            if (look == ObservationPolicy.AtTheEnd)
            {
                server.Observe();
            }
        }
    }

    public void Dispose() => server.Dispose();
}
