using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Specs;

public sealed class RulePageTests
{
    private const string Page =
        """
        # Things (THI)

        About things.

        ### THI-01

        A thing is a thing.

        * Level: must
        * Sources: DHP-THI-01, G-01

        Broken by: a thing, and it is none.

        ## Not testable

        ### THI-02

        A thing may shine.

        * Level: may (derived)
        * Sources: G-02
        * Claims: *unit power*, one of *memory pools*, *device I/O*
        * Profiles with: *fixed pools*, hot add of I/O host bridges
        * Reached where: the server has 8 partitions
        * Not verified: Colour.
        * Not testable: It is dark.

        """;

    private static readonly Rule First = new("THI-01", "A thing is a thing.") { Sources = ["DHP-THI-01", "G-01"] };

    private static readonly Rule Second = new("THI-02", "A thing may shine.")
    {
        Level = Level.May,
        Sources = ["G-02"],
        Derived = true,
        Claims = Claims.Of(Claim.UnitPower),
        OneOfClaims = Claims.Of(Claim.MemoryPools, Claim.DeviceIo),
        Behaviour = Behaviour.FixedPools,
        Capability = HotOperation.Add,
        CapabilityKind = UnitKind.IoHostBridge,
        ReachedAt = [SizeGoal.EightPartitions],
        NotVerified = "Colour.",
        NotTestable = "It is dark.",
    };

    [Fact]
    public void A_page_that_agrees_stays_as_it_is() => Assert.Equal(Page, RulePage.Parse(Page).With([First, Second]));

    [Fact]
    public void A_statement_that_differs_is_noticed_and_the_prose_kept()
    {
        var page = RulePage.Parse(Page.Replace("is a thing.", "is nothing.", StringComparison.Ordinal));
        Assert.Equal(Page, page.With([First, Second]));
    }

    [Theory]
    [InlineData("G-01", "G-09")]
    [InlineData("must", "should")]
    [InlineData(" (derived)", "")]
    [InlineData("unit power", "memory pools")]
    [InlineData("one of ", "")]
    [InlineData("of I/O host bridges", "")]
    [InlineData("8 partitions", "9 partitions")]
    [InlineData("* Not verified: Colour.\n", "")]
    [InlineData("It is dark.", "It is late.")]
    public void Anything_else_that_differs_is_noticed(string text, string other) =>
        Assert.Equal(Page, RulePage.Parse(Page.Replace(text, other, StringComparison.Ordinal)).With([First, Second]));

    [Fact]
    public void A_rule_without_a_section_gets_one() =>
        Assert.Contains("### THI-02\n\nA thing may shine.", RulePage.Parse("# Things\n").With([First, Second]));

    [Fact]
    public void A_section_without_a_rule_goes() =>
        Assert.DoesNotContain("THI-02", RulePage.Parse(Page).With([First]), StringComparison.Ordinal);

    [Fact]
    public void A_long_statement_is_wrapped()
    {
        var rule = First with { Statement = string.Join(' ', Enumerable.Repeat("thing", 50)) };
        Assert.All(RulePage.Parse("# Things\n").With([rule]).Split('\n'), line => Assert.True(line.Length <= 118));
    }
}
