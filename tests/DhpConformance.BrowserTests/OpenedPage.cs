using System.Diagnostics;
using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

/// <summary>A page that was opened, and all it said and asked for.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private OpenedPage(IPage page) => Page = page;

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What it said on the console, and errors.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What it asked for, besides itself.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How long it took until it could be read.</summary>
    public TimeSpan Took { get; private set; }

    internal static async Task<OpenedPage> OfAsync(IPage page, string path)
    {
        var opened = new OpenedPage(page);
        var address = new Uri(path).AbsoluteUri;
        page.Console += (_, message) => opened.Said.Add(message.Text);
        page.PageError += (_, error) => opened.Said.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                opened.Asked.Add(request.Url);
            }
        };
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        // Drawn, not only loaded.
        await page.Locator("h1").BoundingBoxAsync();
        opened.Took = clock.Elapsed;
        return opened;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
