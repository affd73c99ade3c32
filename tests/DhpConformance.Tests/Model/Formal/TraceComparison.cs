using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>Replays runs and walks of the formal model on the C# model.</summary>
internal sealed class TraceComparison(Func<ServerState, Operation, Decision> decide)
{
    /// <summary>How many steps were compared.</summary>
    public int Steps { get; private set; }

    /// <summary>Where the two part; null if they do not.</summary>
    public string? Disagreement(FormalTrace trace)
    {
        var state = ServerState.Initial(new Inventory(trace.Setup, Claims.All));
        var text = FormalState.Whole.Text(state);
        if (text != trace.First)
        {
            return $"{trace.Source}, after a reset: {trace.First} against {text}";
        }

        foreach (var step in trace.Steps)
        {
            Steps++;
            var decision = decide(state, step.Request);
            if (!step.Answer.Agrees(decision))
            {
                return $"{trace.Source}: {step.Request} in {text}: {step.Answer} against {decision}";
            }

            state = decision.Next;
            text = FormalState.Whole.Text(state);
            if (text != step.After)
            {
                return $"{trace.Source}: after {step.Request}: {step.After} against {text}";
            }
        }

        return null;
    }
}
