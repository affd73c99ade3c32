namespace DhpConformance.Engine.Results;

/// <summary>
/// What whoever wrote an adapter says of verdicts on a rule. It is text of others, and decides nothing.
/// </summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Text">Such as who is tested by it: the server, or the adapter itself.</param>
public sealed record RuleNote(string Rule, string Text);
