using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>A duty that was broken in a case, and what was seen.</summary>
/// <param name="Case">The case.</param>
/// <param name="Trace">What was seen.</param>
/// <param name="Judgement">What is wrong, where, and under which rule.</param>
internal sealed record ConsumerFinding(ConsumerCase Case, ConsumerTrace Trace, Judgement Judgement);
