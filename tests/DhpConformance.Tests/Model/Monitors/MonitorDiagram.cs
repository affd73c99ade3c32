using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The states of a monitor and the transitions between them, found from its verdicts alone: two sequences of inputs
/// lead to the same state if every continuation gets the same verdict after both.
/// </summary>
internal sealed class MonitorDiagram
{
    // How many more inputs are tried to tell two states apart.
    private const int Lookahead = 3;

    // How many more are tried to complete what is right within one operation.
    private const int MostMissing = 4;

    private readonly MonitorAlphabet alphabet;
    private readonly Func<IReadOnlyList<MonitorInput>, string?> judge;
    private readonly Dictionary<string, string?> verdicts = [];
    private readonly Dictionary<string, bool> completable = [];
    private readonly Dictionary<(string, int), int> signatures = [];
    private readonly Dictionary<string, int> distinct = new(StringComparer.Ordinal);
    private readonly List<string> states = [];

    /// <param name="alphabet">The inputs.</param>
    /// <param name="judge">The verdict on a sequence of them.</param>
    public MonitorDiagram(MonitorAlphabet alphabet, Func<IReadOnlyList<MonitorInput>, string?> judge)
    {
        (this.alphabet, this.judge) = (alphabet, judge);
        var known = new Dictionary<int, string>();
        var found = new Queue<string>([""]);
        while (found.TryDequeue(out var sequence))
        {
            if (known.TryAdd(Signature(sequence, Lookahead), sequence))
            {
                states.Add(sequence);
                foreach (var next in Next(sequence).Where(MayBeRight))
                {
                    found.Enqueue(next);
                }
            }
        }

        To = sequence => known[Signature(sequence, Lookahead)];
    }

    private Func<string, string> To { get; }

    /// <summary>For each transition the shortest sequence of inputs that ends with it.</summary>
    public IEnumerable<ImmutableArray<MonitorInput>> Transitions =>
        states.SelectMany(Next).Where(MayBeRight).Select(Inputs);

    /// <summary>For each input that a state does not permit the shortest sequence that ends with it.</summary>
    public IEnumerable<ImmutableArray<MonitorInput>> Refusals =>
        states.SelectMany(Next).Where(next => Verdict(next) is not null && !MayBeRight(next)).Select(Inputs);

    /// <summary>The diagram, and below it what is refused in each state and under which rule.</summary>
    public string Markdown
    {
        get
        {
            var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
            for (var i = 0; i < states.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"    s{i} : {Name(states[i])}\n");
            }

            text.Append("    [*] --> s0\n");
            for (var i = 0; i < states.Count; i++)
            {
                Edges(text, i);
            }

            text.Append("```\n\n| State | Is due | Is not permitted |\n|---|---|---|\n");
            foreach (var state in states)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Name(state)} | {Due(state)} | {Refused(state)} |\n");
            }

            return text.ToString();
        }
    }

    private void Edges(StringBuilder text, int from)
    {
        foreach (var group in Next(states[from]).Where(MayBeRight).GroupBy(next => states.IndexOf(To(next))))
        {
            var inputs = string.Join(", ", group.Select(next => Input(next[^1]).Name));
            text.Append(CultureInfo.InvariantCulture, $"    s{from} --> s{group.Key} : {inputs}\n");
        }

        if (alphabet.IsOneOperation && Verdict(states[from]) is "")
        {
            text.Append(CultureInfo.InvariantCulture, $"    s{from} --> [*] : end of the operation\n");
        }
    }

    private string Due(string state) => alphabet.IsOneOperation
        ? Verdict(state) ?? ""
        : ByRule(Next(state).Where(next => Input(next[^1]).IsDue));

    private string Refused(string state) => ByRule(Next(state).Where(next => !Input(next[^1]).IsDue));

    private string ByRule(IEnumerable<string> sequences) => string.Join(
        "; ",
        sequences.Where(next => Verdict(next) is not null && !MayBeRight(next))
            .GroupBy(next => Verdict(next)!)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(next => Input(next[^1]).Name))}"));

    private string Name(string state)
    {
        var inputs = string.Join(", ", state.Select(input => Input(input).Name));
        return alphabet.States.TryGetValue(inputs, out var name) ? name : $"NO NAME FOR: {inputs}";
    }

    private ImmutableArray<MonitorInput> Inputs(string sequence) => [.. sequence.Select(Input)];

    private MonitorInput Input(char letter) => alphabet.Inputs[letter - 'a'];

    private IEnumerable<string> Next(string sequence) =>
        Enumerable.Range(0, alphabet.Inputs.Length).Select(input => sequence + (char)('a' + input));

    private string? Verdict(string sequence)
    {
        if (!verdicts.TryGetValue(sequence, out var verdict))
        {
            verdicts[sequence] = verdict = judge(Inputs(sequence));
        }

        return verdict;
    }

    // Whether this is right, or some continuation of it within the operation is.
    private bool MayBeRight(string sequence)
    {
        if (!completable.TryGetValue(sequence, out var known))
        {
            completable[sequence] = known = IsCompletable(sequence, alphabet.IsOneOperation ? MostMissing : 0);
        }

        return known;
    }

    private bool IsCompletable(string sequence, int missing) => Verdict(sequence) is { } verdict
        && (verdict.Length == 0 || (missing > 0 && Next(sequence).Any(next => IsCompletable(next, missing - 1))));

    private int Signature(string sequence, int depth)
    {
        if (!signatures.TryGetValue((sequence, depth), out var signature))
        {
            var verdict = Verdict(sequence);
            var rest = verdict is null || depth == 0 || !MayBeRight(sequence) ? []
                : Next(sequence).Select(next => Signature(next, depth - 1));
            var text = $"{depth} {verdict ?? "-"} {MayBeRight(sequence)} {string.Join(' ', rest)}";
            distinct.TryAdd(text, distinct.Count);
            signatures[(sequence, depth)] = signature = distinct[text];
        }

        return signature;
    }
}
