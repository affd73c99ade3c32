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

            Each mutant is the reference server with one fault. The suite is run against every one of them, over all
            built-in profiles and one of our own with hot remove; it has to catch each under the rule that the fault
            breaks and under no other. *Cases* is how many cases of that profile it took, *length* how many operations
            the sequence has that shrinking ended with. *Shortest* is how many the shortest sequence has: all that
            are shorter were tried, in the small and the medium scope and on the server of the counterexample, with
            every request there is and, where consumers are told something, those of the counterexample. *In
            scope* says which of the three has it: `dhp run --exhaustive --scope small` finds the fault by a
            sequence of that length; *counterexample* means that its own server, set up as it was drawn, shows
            the fault in fewer operations than either of the two, or alone. There is none where the fault hangs
            on something that the server remembers and no state shows: such a fault lies outside every scope.

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

            Each variant keeps every rule, and does something else than the reference where the rules leave it. It has
            to conform to each of the profiles.

            """.ReplaceLineEndings("\n"));
        variants.WriteMarkdown(writer);
        return writer.ToString();
    }
}
