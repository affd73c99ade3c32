using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Operations that have one answer again and again, and between them those that make it possible once more. Partitions
/// get together into one state by that: all of them are started, stopped or crashed before one is brought back.
/// </summary>
/// <param name="others">What is done now and then besides.</param>
/// <param name="outcomes">The answers, one after the other.</param>
/// <param name="codes">The seed of everything that is drawn.</param>
/// <param name="length">How many operations there are.</param>
internal sealed class RepeatedOperations(
    OperationDecoder others, ImmutableArray<RepeatedOutcome> outcomes, ulong codes, int length) : IOperationSource
{
    // Of a few dozen units and up to eight partitions, one in ten fits, mostly.
    private const int Tries = 20;

    // A unit that cannot be used any more by then is given up for another.
    private const int LongestPreparation = 12;

    private readonly RequestGenerator requests = new();
    private int place;
    private int unit = -1;
    private int partition = -1;
    private int prepared;

    public Operation? Next(ServerState state)
    {
        if (place >= length)
        {
            return null;
        }

        // The first half of each is about one unit and one partition, the second about all of them.
        var half = (int)((long)place * outcomes.Length * 2 / length);
        var outcome = outcomes[half / 2];
        var code = codes + ((ulong)place++ * DecodedOperations.Stride);
        if (!state.Pending.IsEmpty)
        {
            return new Settle();
        }

        if (half % 2 != 0 || prepared > LongestPreparation)
        {
            (unit, partition, prepared) = (-1, -1, 0);
        }

        var random = new RandomSource(code);
        return (random.Chance(6) ? null : Repeated(state, outcome, half % 2 == 0, ref random)
            ?? Preparation(state, outcome, ref random))
            ?? others.Decode(state, ~code);
    }

    private Operation? Repeated(ServerState state, RepeatedOutcome outcome, bool keeps, ref RandomSource random)
    {
        for (var i = 0; i < Tries; i++)
        {
            var operation = Draw(outcome.Operation, state, outcome, ref random);
            var decision = Transition.Decide(state, operation);
            if (outcome.IsRequiredBy(decision))
            {
                prepared = 0;
                if (keeps)
                {
                    (unit, partition) = (decision.Spare >= 0 ? decision.Spare : decision.Unit, decision.Partition);
                }

                return operation;
            }
        }

        return null;
    }

    private Operation? Preparation(ServerState state, RepeatedOutcome outcome, ref RandomSource random)
    {
        // A server that is off is switched on first, or nothing else would be carried out.
        prepared++;
        if (!state.PoweredOn && !state.Outage && outcome.Operation != OperationKind.PowerOnServer
            && random.Chance(50))
        {
            return new PowerOnServer();
        }

        for (var i = 0; i < Tries; i++)
        {
            var operation = Draw(random.Of(outcome.Preparations), state, outcome, ref random);
            if (!Transition.Decide(state, operation).IsRefusal)
            {
                return operation;
            }
        }

        return null;
    }

    private Operation Draw(OperationKind kind, ServerState state, RepeatedOutcome outcome, ref RandomSource random) =>
        requests.Draw(
            kind,
            state,
            unit,
            random.Chance(70) ? partition : -1,
            outcome,
            ref random);
}
