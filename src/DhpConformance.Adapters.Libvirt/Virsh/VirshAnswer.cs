namespace DhpConformance.Adapters.Libvirt.Virsh;

/// <summary>What virsh printed.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record VirshAnswer(int Code, string Output, string Error)
{
    // virsh prints what it was asked first and the reason last, each behind this word.
    private const string Label = "error: ";

    /// <summary>Whether it did as asked.</summary>
    public bool Succeeded => Code == 0;

    /// <summary>The reason of an error, without the line that repeats the request.</summary>
    public string Reason =>
        Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } last
            ? last.StartsWith(Label, StringComparison.Ordinal) ? last[Label.Length..] : last
            : $"exit code {Code} without a word";

    /// <summary>Whether the error contains these words.</summary>
    public bool Says(string words) => !Succeeded && Error.Contains(words, StringComparison.OrdinalIgnoreCase);
}
