using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DhpConformance.Cli.Settings;

/// <summary>The values of all settings: command line before environment before dhp.json before defaults.</summary>
internal sealed class SettingValues
{
    private readonly List<(IConfigurationProvider Provider, string Origin)> strongestFirst;

    /// <param name="environment">Where the environment and the file are.</param>
    /// <param name="commandLine">
    /// Keys and values from the command line; those of lists as <c>key:0</c>, <c>key:1</c>.
    /// </param>
    public SettingValues(ToolEnvironment environment, IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder()
            .AddInMemoryCollection(SettingTable.All.ToDictionary(one => one.Key, one => (string?)one.Default));
        List<string> origins = ["the default"];
        if (SettingsFile.Read(environment) is { } written)
        {
            builder.AddInMemoryCollection(written);
            origins.Add(SettingsFile.Name);
        }

        var configuration = builder
            .AddInMemoryCollection(Variables(environment.VariablePrefix))
            .AddInMemoryCollection(commandLine)
            .Build();
        origins.AddRange([$"an environment variable, {environment.VariablePrefix}*", "the command line"]);
        strongestFirst = [.. configuration.Providers.Zip(origins).Reverse()];
    }

    /// <summary>The one value of a setting.</summary>
    public string Text(Setting setting) => Find(setting).Values.FirstOrDefault("");

    /// <summary>All values of a setting.</summary>
    public ImmutableArray<string> List(Setting setting) => Find(setting).Values;

    /// <summary>Where the value of a setting comes from.</summary>
    public string Origin(Setting setting) => Find(setting).Origin;

    /// <summary>A value that is a whole number.</summary>
    public int Number(Setting setting, int least, int most) =>
        int.TryParse(Text(setting), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw NotANumber(setting, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));

    /// <summary>A value that is a number, more than 0.</summary>
    public double Factor(Setting setting, double most) =>
        double.TryParse(Text(setting), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
            && factor > 0 && factor <= most
            ? factor
            : throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{setting.Key} is \"{Text(setting)}\" (from {Origin(setting)}); give more than 0, {most} at most."));

    /// <summary>A value that is true or false.</summary>
    public bool Switch(Setting setting) =>
        bool.TryParse(Text(setting), out var isOn)
            ? isOn
            : throw new BadInputException(
                $"{setting.Key} is \"{Text(setting)}\" (from {Origin(setting)}); write true or false.");

    /// <summary>A value that is a seed.</summary>
    public ulong Seed(Setting setting) =>
        ulong.TryParse(Text(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw NotANumber(setting, $"0 to {ulong.MaxValue}");

    private BadInputException NotANumber(Setting setting, string range) => new(
        $"{setting.Key} is \"{Text(setting)}\" (from {Origin(setting)}); give a whole number from {range}.");

    private (ImmutableArray<string> Values, string Origin) Find(Setting setting)
    {
        foreach (var (provider, origin) in strongestFirst)
        {
            // A variable of a script that was never set must not quietly judge something else.
            if (setting.RefusesEmpty && provider.TryGet(setting.Key, out var given) && string.IsNullOrWhiteSpace(given))
            {
                throw new BadInputException(
                    $"{setting.Key} is empty (from {origin}); say which one, or leave it out for {setting.Default}.");
            }

            if (provider.TryGet(setting.Key, out var text) && !string.IsNullOrWhiteSpace(text))
            {
                return (setting.Many ? [.. Parts(text)] : [text], origin);
            }

            ImmutableArray<string> values = [.. Children(provider, setting.Key)];
            if (values.Length > 0)
            {
                return (values, origin);
            }
        }

        return ([], "the default");
    }

    // The configuration library would take __ for a colon and know nothing of dashes, which no shell can set.
    private static IEnumerable<KeyValuePair<string, string?>> Variables(string prefix) =>
        from setting in SettingTable.All
        let text = Environment.GetEnvironmentVariable(prefix + setting.VariableName)
        where text is not null
        select KeyValuePair.Create(setting.Key, (string?)text);

    /// <summary>The values of one text with several, as in an environment variable.</summary>
    public static string[] Parts(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Children(IConfigurationProvider provider, string key) =>
        from child in provider.GetChildKeys([], key).Distinct().OrderBy(Number)
        let value = provider.TryGet($"{key}:{child}", out var found) ? found : null
        where !string.IsNullOrWhiteSpace(value)
        select value;

    private static int Number(string child) =>
        int.TryParse(child, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
