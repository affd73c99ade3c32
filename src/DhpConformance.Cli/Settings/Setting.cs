namespace DhpConformance.Cli.Settings;

/// <summary>Something about a run that can be set.</summary>
/// <param name="Key">Its name: <c>--key</c>, <c>DHP_KEY</c>, <c>"key"</c> in dhp.json.</param>
/// <param name="ValueName">What the value is called in the help.</param>
/// <param name="Description">What it sets.</param>
/// <param name="Default">The value if nobody sets it; empty for none.</param>
internal sealed record Setting(string Key, string ValueName, string Description, string Default)
{
    /// <summary>Whether it takes several values.</summary>
    public bool Many { get; init; }

    /// <summary>What the default is called, if its value does not say it.</summary>
    public string? DefaultName { get; init; }

    /// <summary>Whether naming it is enough: it is true or false, and true if no value is given.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Whether an empty value is a mistake rather than the default.</summary>
    public bool RefusesEmpty { get; init; }

    /// <summary>What it is called as an environment variable, behind the prefix.</summary>
    public string VariableName => Key.ToUpperInvariant().Replace('-', '_');

    public string OptionName => "--" + Key;
}
