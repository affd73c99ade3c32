using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

/// <summary>One browser for all tests of a class; each page is as fresh as a first visit.</summary>
public sealed class Browser : IAsyncLifetime
{
    // It runs offline: whatever it would like to tell its maker, it cannot.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Missing.Browser is null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Tools.Browser, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }

    /// <summary>Opens a file.</summary>
    public async Task<OpenedPage> OpenAsync(
        string path, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await OpenedPage.OfAsync(await context.NewPageAsync(), path);
    }
}
