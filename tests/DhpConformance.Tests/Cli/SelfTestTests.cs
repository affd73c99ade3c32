using DhpConformance.Cli.Commands.SelfTest;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Tests.Cli;

public sealed class SelfTestTests : IDisposable
{
    private static readonly Mutant Mutant = MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare");

    private readonly Dhp dhp = new();

    [Fact]
    public void A_mutant_is_shown_with_the_rule_that_caught_it_and_the_smallest_sequence()
    {
        var result = MutantExamination.Examine(Mutant, new() { Profiles = SelfTestProfiles.All, Cases = 50 });
        Assert.Null(result.Problem);
        Assert.Equal((2, 2), (result.Length, result.Shortest?.Length));
        var row = Assert.Single(MutantTable.Of([result]).Rows);
        Assert.Equal(["REP-01", "accepts-larger-spare", "REP-01", result.Own!.Profile], row.Take(4));
    }

    [Fact]
    public void A_mutant_gets_more_cases_until_it_is_caught()
    {
        var rare = MutantCatalog.All.Single(one => one.Name == "accepts-adds");
        var result = MutantExamination.Examine(rare, new() { Profiles = [SelfTestProfiles.HotEverything], Cases = 1 });
        Assert.NotNull(result.Own);
    }

    [Fact]
    public void Rules_that_are_named_have_their_mutants_tested_and_no_others()
    {
        var answer = dhp.Run("selftest", "REP-07", "--cases", "50", "--over", "socket");
        Assert.Equal(0, answer.Code);
        var mutants = MutantCatalog.All.Count(mutant => mutant.RuleId == "REP-07");
        Assert.Contains($"{mutants} of {mutants} mutants were caught", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"The reference, 0 variants and {mutants} mutants are judged the same", answer.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no rule REP-99", "REP-99")]
    [InlineData("No mutant breaks REF-07", "REF-07")]
    [InlineData("--markdown is the page of all mutants", "REP-07", "--markdown", "page.md")]
    [InlineData("With --clients all rules for overlapping requests are tested", "REP-07", "--clients", "3")]
    public void Rules_without_a_mutant_are_bad_input(string said, params string[] arguments) =>
        dhp.Run(["selftest", .. arguments]).AssertError(5, said);

    [Fact]
    public void A_mutant_that_was_not_caught_is_named() =>
        Assert.Equal(
            "accepts-larger-spare should break REP-01, and was not caught.",
            new MutantResult(Mutant, [], null, null).Problem);

    [Fact]
    public void A_mutant_that_was_caught_under_another_rule_is_named() =>
        Assert.Equal(
            "accepts-larger-spare should break REP-01, and was caught under ADD-01, no rule (it broke).",
            new MutantResult(Mutant, [new("ADD-01", "p", 1), new(null, "p", 2)], null, null).Problem);

    [Fact]
    public void A_mutant_that_was_caught_under_another_rule_besides_is_named() =>
        Assert.Equal(
            "accepts-larger-spare should break REP-01 alone, and was caught under ADD-01.",
            new MutantResult(Mutant, [new("ADD-01", "p", 1), new("REP-01", "p", 2)], 3, null).Problem);

    [Fact]
    public void A_mutant_that_exhaustive_search_misses_is_named() =>
        Assert.Equal(
            "accepts-larger-spare breaks REP-01 in 3 operations, and exhaustive search did not find it.",
            new MutantResult(Mutant, [new("REP-01", "p", 2)], 3, null).Problem);

    [Fact]
    public void A_fault_that_no_state_shows_is_not_asked_of_exhaustive_search()
    {
        var hidden = MutantCatalog.All.Single(one => one.Name == "second-restart-only-stops");
        Assert.Null(new MutantResult(hidden, [new(hidden.RuleId, "p", 2)], 3, null).Problem);
        Assert.Equal(
            "second-restart-only-stops is said to lie outside every scope, and exhaustive search has found it.",
            new MutantResult(hidden, [new(hidden.RuleId, "p", 2)], 3, new(3, "small")).Problem);
    }

    [Fact]
    public void How_near_shrinking_comes_to_the_shortest_is_counted() =>
        Assert.Equal(
            "Shrinking ended with a shortest sequence for 1 of 2 mutants, and was at most 3 longer.",
            ShrinkingQuality.Of(
            [
                new(Mutant, [], 2, new(2, "small")),
                new(Mutant, [], 5, new(2, "small")),
                new(Mutant, [], null, null),
            ]));

    [Fact]
    public void The_page_has_the_table_and_the_command_that_made_it()
    {
        var options = new SuiteOptions { Profiles = [], Cases = 7, Seed = 3 };
        var listing = MutantTable.Of([new MutantResult(Mutant, [], null, new(2, "small"))]);
        var variant = VariantCatalog.All[0];
        var results = ConformanceSuite.Run(
            variant.Create, options with { Profiles = [SelfTestProfiles.HotEverything], Cases = 1 });
        var variants = VariantTable.Of([new VariantResult(variant, results)]);
        var page = MutantPage.Of(listing, variants, "As near as can be.", options);
        Assert.Contains($"| {variant.Name} | inconclusive | {variant.Description} |", page, StringComparison.Ordinal);
        Assert.Contains("As near as can be.", page, StringComparison.Ordinal);
        Assert.Contains("selftest --cases 7 --seed 3", page, StringComparison.Ordinal);
        const string Row = "| REP-01 | accepts-larger-spare | – | – | – | – | 2 | small |";
        Assert.Contains(Row, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_that_does_not_conform_is_named()
    {
        var results = ConformanceSuite.Run(
            Mutant.Create, new() { Profiles = [SelfTestProfiles.HotEverything], Cases = 50, Shrink = false });
        Assert.StartsWith(
            $"{VariantCatalog.All[0].Name} should conform to every profile: NOT CONFORMANT to hot-everything",
            new VariantResult(VariantCatalog.All[0], results).Problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_is_said_to_be_one()
    {
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        dhp.Run(interrupted.Token, "selftest").AssertError(20, "Interrupted before there was anything to report.");
    }

    [Theory]
    [InlineData("--cases 0", 8, "--cases is 0; give 1 or more.")]
    [InlineData("--threads 0", 5, "--threads is 0; give 1 or more.")]
    [InlineData("--over wire", 5, "Argument 'wire' not recognized. Must be one of:  'pipe'  'socket';")]
    [InlineData("--cases many", 5, "`dhp selftest --help` shows what there is.")]
    public void An_argument_that_makes_no_sense_is_explained(string arguments, int code, string sentence) =>
        dhp.Run(["selftest", .. arguments.Split(' ')]).AssertError(code, sentence);

    public void Dispose() => dhp.Dispose();
}
