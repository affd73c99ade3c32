using DhpConformance.Cli.Output;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>The table of mutants as a page, for <c>reports/mutants.md</c>.</summary>
internal static class MutantPage
{
    public static string Of(Listing listing, Listing variants, string quality, SuiteOptions options)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteLine(
            $"""
            # Mutants

            Each mutant is the reference server with one fault. The suite runs against every mutant, over all built-in
            profiles and one of our own with hot remove. It must catch each mutant under the rule that the fault breaks
            and under no other. *Cases* is the number of cases of that profile until the fault was found, *length* the
            number of operations after shrinking. *Shortest* is the number of operations of the shortest possible
            sequence: the suite tried all shorter ones in the small and the medium scope and on the server of the
            counterexample, with every request and, if consumers are notified, with the requests of the
            counterexample. *In scope* names where the shortest sequence was found: `dhp run --exhaustive --scope
            small` finds the fault with a sequence of that length; *counterexample* means that only the server of the
            counterexample shows the fault, or shows it in fewer operations. It is empty if the fault depends on
            something that the server remembers and no state shows: such a fault is outside every scope.

            {quality}

            Made with:

            ```
            dotnet run --project src/DhpConformance.Cli -- selftest --cases {options.Cases} --seed {options.Seed} \
                --markdown reports/mutants.md
            ```

            """.ReplaceLineEndings("\n"));
        listing.WriteMarkdown(writer);
        writer.WriteLine(
            """

            # Variants

            Each variant keeps every rule, and differs from the reference where the rules leave a choice. It must
            conform to each of the profiles.

            """.ReplaceLineEndings("\n"));
        variants.WriteMarkdown(writer);
        return writer.ToString();
    }
}
