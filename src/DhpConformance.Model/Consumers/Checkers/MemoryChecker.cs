using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Memory and addresses: C-MEM-03 and -04. Frees at Failure are judged with the callback.</summary>
internal static class MemoryChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        from span in trace.Spans
        from made in span.Calls
        from judgement in made.Call switch
        {
            Free free when span.Event is not ProcessorChangeEvent { State: ProcessorChangeState.Failure } =>
            [
                Judgement.Of(
                    "C-MEM-04",
                    made.At,
                    made.Answer.Succeeded,
                    "only memory freed that it holds",
                    $"free of {free.Allocation}, which it does not hold"),
            ],
            StartDma dma => Transfer(made, dma),
            _ => Enumerable.Empty<Judgement>(),
        }
        select judgement;

    // An address that belongs to no request says nothing: it may be that of a ring or of a bounce buffer.
    private static IEnumerable<Judgement> Transfer(CallMade made, StartDma dma)
    {
        var requests = made.Before.Requests.Values;
        var cut =
            requests.FirstOrDefault(request => request.Address > uint.MaxValue && (uint)request.Address == dma.Address);
        if (cut is not null || requests.Any(request => request.Address == dma.Address && dma.Address > uint.MaxValue))
        {
            yield return Judgement.Of(
                "C-MEM-03",
                made.At,
                cut is null || requests.Any(request => request.Address == dma.Address),
                $"address 0x{cut?.Address:X}",
                $"address 0x{dma.Address:X}: the upper half is lost");
        }
    }
}
