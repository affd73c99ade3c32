using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

public sealed class RuleFilterTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_word_finds_its_rules_and_unfolds_them()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        await opened.Page.GetByLabel("Search").FillAsync("spare identical");
        await Assertions.Expect(opened.Page.Locator("#rule-REP-01")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#rules-TOP")).ToBeHiddenAsync();
        await Assertions.Expect(opened.Page.Locator(".filters output")).ToContainTextAsync("of 165 rules");
    }

    [BrowserFact]
    public async Task Without_the_other_verdicts_what_fails_is_left()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        foreach (var box in await opened.Page.Locator(".filters input[name=verdict]:not([value=F])").AllAsync())
        {
            await box.UncheckAsync();
        }

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Unfold all" }).ClickAsync();
        var failing = await opened.Page.Locator(".rule.fail").CountAsync();
        Assert.Equal(failing, await opened.Page.Locator(".rule:visible").CountAsync());
    }

    [BrowserFact]
    public async Task A_link_to_a_folded_rule_unfolds_it()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        await opened.Page.Locator("#failure-REP-01 h3 a").ClickAsync();
        await Assertions.Expect(opened.Page.Locator("#rule-REP-01")).ToBeInViewportAsync();
    }
}
