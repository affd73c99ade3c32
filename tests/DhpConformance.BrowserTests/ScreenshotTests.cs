using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

/// <summary>
/// Pictures of the main views. Fonts differ from machine to machine, so the pictures are compared with nothing; but it
/// is written down which page each was taken of, and a page that has changed since is noticed. With
/// <c>DHP_SCREENSHOTS=1</c> those below <c>reports/sample</c> are made anew.
/// </summary>
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    private const float Margin = 32;

    private static bool IsTaking => Environment.GetEnvironmentVariable("DHP_SCREENSHOTS") == "1";

    [Theory]
    [InlineData("passing.html")]
    [InlineData("failing.html")]
    [InlineData("interrupted.html")]
    [InlineData("comparison.html")]
    [InlineData("driver.html")]
    public void The_pictures_that_are_kept_were_taken_of_the_page_as_it_is(string page) => Assert.True(
        IsTaking || PictureLog.Knows(page),
        $"reports/sample/{page} has changed since its pictures were taken: "
            + "DHP_SCREENSHOTS=1 dotnet test tests/DhpConformance.BrowserTests takes them anew.");

    [BrowserTheory]
    [InlineData("passing.html", "header", ColorScheme.Light, 1280, "passing")]
    [InlineData("passing.html", "header", ColorScheme.Dark, 390, "passing-dark-phone")]
    [InlineData("failing.html", "header", ColorScheme.Dark, 1280, "failing-dark")]
    [InlineData("passing.html", "#matrix", ColorScheme.Light, 1280, "matrix")]
    [InlineData("failing.html", "#failure-REP-01", ColorScheme.Light, 1280, "failure")]
    [InlineData("failing.html", "#failure-REP-01", ColorScheme.Dark, 1280, "failure-dark")]
    [InlineData("failing.html", "#failure-REP-01", ColorScheme.Light, 390, "failure-phone")]
    [InlineData("failing.html", "#coverage", ColorScheme.Dark, 1280, "coverage-dark")]
    [InlineData("failing.html", "#failure-SYN-25", ColorScheme.Light, 1280, "notifications")]
    [InlineData("interrupted.html", "header", ColorScheme.Light, 1280, "interrupted")]
    [InlineData("comparison.html", "header", ColorScheme.Light, 1280, "comparison")]
    [InlineData("driver.html", "#C-REB-04", ColorScheme.Light, 1280, "driver")]
    public async Task A_view_can_be_kept(string page, string part, ColorScheme scheme, int width, string name)
    {
        await using var opened = await browser.OpenAsync(Tools.Sample(page), scheme, width);
        var picture = await opened.Page.ScreenshotAsync(new()
        {
            FullPage = true,
            Clip = await AroundAsync(opened.Page.Locator(part).First),
        });
        Assert.NotEmpty(picture);
        if (IsTaking)
        {
            await File.WriteAllBytesAsync(Tools.Sample($"{name}.png"), picture);
            PictureLog.Enter(page);
        }
    }

    private static async Task<Clip> AroundAsync(ILocator part)
    {
        var box = (await part.BoundingBoxAsync())!;
        var margin = Math.Min(box.X, Margin);
        return new() { X = box.X - margin, Y = box.Y, Width = box.Width + (2 * margin), Height = box.Height };
    }
}
