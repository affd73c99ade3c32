using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using DhpConformance.Reference;
using FsCheck;
using FsCheck.Experimental;
using FsCheck.Fluent;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>
/// The same model and server under FsCheck's state machine, as well as that can be done: operations come from the
/// decoder of the suite, one FsCheck choice each, the model decides each once, and nothing is observed.
/// </summary>
internal sealed class PartitionMachine(DrawnCase[] cases, OperationDecoder decoder, ReferenceServer server)
    : Machine<ReferenceServer, ServerState>(DrawnCase.Length)
{
    private readonly Claims claims = server.Describe().Claims;

    public override Arbitrary<Setup<ReferenceServer, ServerState>> Setup =>
        Gen.Elements(cases)
            .Select(drawn => (Setup<ReferenceServer, ServerState>)new Start(drawn.Setup, claims, server))
            .ToArbitrary();

    public override Gen<Operation<ReferenceServer, ServerState>> Next(ServerState model) =>
        Gen.Choose(int.MinValue, int.MaxValue)
            .Select(code => (Operation<ReferenceServer, ServerState>)new Step(decoder.Decode(model, Spread(code))));

    private static ulong Spread(int code) => RandomSource.Mix((uint)code);

    private sealed class Start(ServerSetup setup, Claims claims, ReferenceServer server)
        : Setup<ReferenceServer, ServerState>
    {
        public override ReferenceServer Actual()
        {
            server.Reset(setup);
            return server;
        }

        public override ServerState Model() => ServerState.Initial(new Inventory(setup, claims));
    }

    private sealed class Step(Operation operation) : Operation<ReferenceServer, ServerState>
    {
        private Decision decision;

        public override ServerState Run(ServerState model)
        {
            decision = Transition.Decide(model, operation);
            return decision.Next;
        }

        // The model that FsCheck hands over is the one after the operation.
        public override Property Check(ReferenceServer actual, ServerState model) =>
            decision.Permits(actual.Apply(operation)).ToProperty();
    }
}
