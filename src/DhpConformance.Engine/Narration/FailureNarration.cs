using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Results;


namespace DhpConformance.Engine.Narration;

/// <summary>A failure in sentences: what to do, and what goes wrong.</summary>
public static class FailureNarration
{
    /// <summary>The server, then the numbered operations.</summary>
    public static IEnumerable<string> Steps(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var operations = new OperationNarration(failure.Setup);
        return SetupNarration.Sentences(failure.Setup)
            .Concat(failure.Operations.Select((one, place) => $"{place + 1}. {operations.Sentence(one)}"));
    }

    /// <summary>When it shows, such as <c>after step 3</c>.</summary>
    public static string Moment(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Operations.IsEmpty ? "right after the reset"
            : failure.ObservationPolicy == ObservationPolicy.AtTheEnd ?
                $"at the end, after step {failure.Operations.Length}, if the server is not observed before"
            : $"after step {failure.Operations.Length}";
    }
}
