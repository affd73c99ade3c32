using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

/// <summary>The rules of accessibility, as axe-core checks them.</summary>
internal static class Accessibility
{
    /// <summary>What is wrong on a page, everything on it unfolded; empty for nothing.</summary>
    public static async Task<string> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync("for (const one of document.querySelectorAll('details')) one.open = true");

        // Through the debugger and not as a script of the page: the page's own policy lets none in but its own.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Tools.Axe));
        return await page.EvaluateAsync<string>(
            """
            async () => {
              const places = (one) => one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join("\n  ");
              const { violations } = await axe.run(document, { resultTypes: ["violations"] });
              return violations.map((one) => `${one.id} (${one.impact}): ${one.help}\n  ${places(one)}`).join("\n");
            }
            """);
    }
}
