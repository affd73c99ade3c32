using System.Collections.Immutable;

namespace DhpConformance.Hosting;

/// <summary>
/// What whoever wrote an adapter has to say of verdicts on some rules, such as who is tested by them: the server, or
/// the adapter itself.
/// </summary>
/// <param name="Rules">The ids of one rule or more, as the file has them; none of them is in another remark.</param>
/// <param name="Text">A sentence or a few words; not empty.</param>
public sealed record RuleNotes(ImmutableArray<string> Rules, string Text);
