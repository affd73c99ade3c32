namespace DhpConformance.BrowserTests;

/// <summary>A fact that needs a browser: without one it is skipped, and says so. It never passes unseen.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Missing.Browser;
}

/// <summary>The same for several pages.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Missing.Browser;
}

/// <summary>A theory that needs a browser and the rules of accessibility.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AccessibilityTheoryAttribute : TheoryAttribute
{
    public AccessibilityTheoryAttribute() => Skip = Missing.Browser ?? Missing.Axe;
}

/// <summary>What is missing, and what to do about it; null for what is there.</summary>
internal static class Missing
{
    public static string? Browser => Tools.Browser is { } path && File.Exists(path)
        ? null
        : "There is no browser: install chromium, or name one in DHP_BROWSER.";

    public static string? Axe => File.Exists(Tools.Axe)
        ? null
        : "axe-core is not there: run `npm ci` in tests/DhpConformance.BrowserTests.";
}
