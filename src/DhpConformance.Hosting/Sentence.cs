namespace DhpConformance.Hosting;

/// <summary>Words of somebody else as a sentence that others can follow.</summary>
internal static class Sentence
{
    /// <summary>With a full stop, unless it ends a question or has one.</summary>
    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line is [.., '.' or '?' or '!'] ? line : $"{line}.";
    }
}
