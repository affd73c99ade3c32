using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>A call, with its place in the trace.</summary>
/// <param name="At">Its place.</param>
/// <param name="Call">The call.</param>
/// <param name="Answer">What it was answered.</param>
/// <param name="Before">The operating system before it.</param>
public sealed record CallMade(int At, SystemCall Call, SystemAnswer Answer, SystemState Before)
{
    /// <summary>Whether it failed for lack of something, which is no fault of the consumer.</summary>
    public bool Lacked => !Answer.Succeeded
        && Call is Allocate or RegisterProcessorCallback or RegisterInterface;
}
