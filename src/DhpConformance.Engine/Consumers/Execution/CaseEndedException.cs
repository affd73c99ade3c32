using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Consumers;

/// <summary>A consumer broke inside an event that is nested in another, so that the outer one cannot go on.</summary>
internal sealed class CaseEndedException() : ConsumerFaultException("The consumer broke in an event inside this one.");
