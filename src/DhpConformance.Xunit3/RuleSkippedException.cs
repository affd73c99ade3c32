namespace DhpConformance.Xunit3;

/// <summary>There is nothing to say about a rule; the message is the reason, and the test is skipped.</summary>
/// <param name="message">The reason.</param>
public sealed class RuleSkippedException(string message) : Exception(message);
