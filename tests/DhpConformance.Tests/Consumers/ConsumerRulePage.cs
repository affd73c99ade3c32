using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;
using DhpConformance.Reference.Consumers;

namespace DhpConformance.Tests.Consumers;

/// <summary>The page of duties as it should be: what the catalogue says, and which mutants break it.</summary>
internal static class ConsumerRulePage
{
    private const int Columns = 118;

    private const string Introduction =
        """
        # Duties of drivers and applications

        What a [driver or an application under test](consumers.md) has to do when the hardware of its partition changes.
        Every statement, level and source is the
        [catalogue](../src/DhpConformance.Model/Consumers/Rules/ConsumerRuleCatalog.cs)'s, and a test holds them equal;
        `DHP-…` is a fact of [sources.md](sources.md), `G-…` a decision of [gaps.md](decisions/gaps.md).

        *Must* binds, *should* is advice of the source, and a verdict counts the two apart. *Derived*: no document says
        it in these words. A duty that *needs* a trait is judged only of those who claim it. *Not verified* is what a
        run that passes has not shown. To see a duty broken: `dhp run --role consumer --implementation mutant:NAME`.

        | Group | What it is about |
        |---|---|
        | C-PROC | the number of processors, their masks and numbers |
        | C-SYN | processor-change callbacks |
        | C-ASY | interface notifications |
        | C-MEM | memory, pools and addresses |
        | C-REB | stop and start for a rebalance |
        | C-PWR | sleep for a hot replace |
        | C-APP | applications |
        | C-REST | everything else: going on |

        """;

    public static string Text() => Introduction + string.Concat(ConsumerRuleCatalog.All.Select(Section));

    private static string Section(ConsumerRule rule) =>
        $"\n### {rule.Id}\n\n{Wrap(rule.Statement, "")}\n"
        + string.Concat(Lines(rule).Select(line => Wrap("* " + line, "  ")));

    private static IEnumerable<string> Lines(ConsumerRule rule)
    {
        yield return $"Level: {Words.Of(rule.Level)}{(rule.Derived ? " (derived)" : "")}";
        yield return $"Sources: {string.Join(", ", rule.Sources)}";
        if (rule.Role is { } role)
        {
            yield return $"Binds: {Words.Of(role)}s";
        }

        if (!rule.Traits.IsEmpty)
        {
            yield return $"Needs: {Names(rule.Traits)}";
        }

        if (!rule.OneOfTraits.IsEmpty)
        {
            yield return $"Needs one of: {Names(rule.OneOfTraits)}";
        }

        if (rule.Unless is { } unless)
        {
            yield return $"Not with: {Names([unless])}";
        }

        if (rule.NotVerified.Length > 0)
        {
            yield return $"Not verified: {rule.NotVerified}";
        }

        yield return rule.NotTestable is { } why
            ? $"Not testable: {why}"
            : $"Broken by: {string.Join(", ", ReferenceConsumers.Mutants
                .Where(mutant => mutant.Rule == rule.Id).Select(mutant => $"`{mutant.Name}`"))}";
    }

    private static string Names(IEnumerable<ConsumerTrait> traits) =>
        string.Join(", ", traits.Select(trait => $"*{Words.Of(trait)}*"));

    private static string Wrap(string text, string indent)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > Columns)
            {
                lines.Add(indent + word);
            }
            else
            {
                lines[^1] += (lines[^1].Length == 0 ? "" : " ") + word;
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
