using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

/// <summary>What every page has to be, whatever the run was like.</summary>
public sealed class SamplePageTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string> Pages { get; } =
        ["passing.html", "failing.html", "interrupted.html", "comparison.html", "driver.html"];

    [BrowserTheory]
    [InlineData("passing.html", "Conformant")]
    [InlineData("failing.html", "Not conformant")]
    [InlineData("interrupted.html", "Incomplete")]
    [InlineData("comparison.html", "regressions")]
    [InlineData("driver.html", "Not conformant")]
    public async Task Its_headline_says_it_all(string name, string verdict)
    {
        await using var opened = await browser.OpenAsync(Tools.Sample(name));
        Assert.Contains(verdict, await opened.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task It_opens_without_a_word_and_asks_for_nothing(string name)
    {
        await using var opened = await browser.OpenAsync(Tools.Sample(name));
        Assert.Empty(opened.Said);
        Assert.Empty(opened.Asked);
    }

    [AccessibilityTheory]
    [MemberData(nameof(Pages))]
    public async Task It_is_accessible_in_light_and_dark_and_on_a_phone(string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1280, 390 })
            {
                await using var opened = await browser.OpenAsync(Tools.Sample(name), scheme, width);
                Assert.Equal("", await Accessibility.ViolationsAsync(opened.Page));
            }
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task It_fits_on_a_phone(string name)
    {
        await using var opened = await browser.OpenAsync(Tools.Sample(name), width: 360);
        Assert.Equal(360, await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task It_says_everything_without_scripts(string name)
    {
        await using var opened = await browser.OpenAsync(Tools.Sample(name), scripts: false);
        Assert.Equal(0, await opened.Page.Locator("[data-script]:visible").CountAsync());
        Assert.Equal(0, await opened.Page.Locator(".step[hidden]").CountAsync());
    }
}
