using System.CommandLine;
using System.CommandLine.Parsing;

namespace DhpConformance.Cli.Settings;

/// <summary>Settings as options of a command.</summary>
internal sealed class SettingOptions
{
    private readonly ToolEnvironment environment;
    private readonly List<(Setting Setting, Option Option)> options;

    public SettingOptions(ToolEnvironment environment, IEnumerable<Setting> settings)
    {
        this.environment = environment;
        options = [.. settings.Select(setting => (setting, Make(setting)))];
    }

    public void AddTo(Command command) => options.ForEach(one => command.Add(one.Option));

    /// <summary>The values of all settings, those of the command line among them.</summary>
    public SettingValues Read(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>();
        foreach (var (setting, option) in options)
        {
            // What was not given has no result, and leaves the value to the next source.
            var result = parsed.GetResult(option);
            var values = result?.Tokens ?? [];
            if (setting.IsSwitch && result is { Implicit: false } && values.Count == 0)
            {
                given[setting.Key] = "true";
            }

            for (var i = 0; i < values.Count; i++)
            {
                given[setting.Many ? $"{setting.Key}:{i}" : setting.Key] = values[i].Value;
            }
        }

        return new SettingValues(environment, given);
    }

    /// <summary>The name of the first of these that stands on the command line; null if none does.</summary>
    public static string? Given(ParseResult parsed, params ReadOnlySpan<Setting> some)
    {
        foreach (var setting in some)
        {
            if (parsed.GetResult(setting.OptionName) is OptionResult { Implicit: false })
            {
                return setting.OptionName;
            }
        }

        return null;
    }

    private Option Make(Setting setting)
    {
        var variable = environment.VariablePrefix + setting.VariableName;
        Option option = setting.Many
            ? new Option<string[]>(setting.OptionName) { AllowMultipleArgumentsPerToken = true }
            : new Option<string>(setting.OptionName)
            {
                Arity = setting.IsSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            };
        option.HelpName = setting.ValueName;
        option.Description =
            $"{setting.Description} [default: {setting.DefaultName ?? setting.Default}{Now(setting)}; {variable}]";
        return option;
    }

    // The help shows what would be used, and where it comes from, unless that is the default.
    private string Now(Setting setting)
    {
        try
        {
            var values = new SettingValues(environment, new Dictionary<string, string?>());
            return values.Origin(setting) == "the default"
                ? ""
                : $"; now {string.Join(", ", values.List(setting))} from {values.Origin(setting)}";
        }
        catch (BadInputException)
        {
            // A broken file is reported by the command itself; help is needed all the more.
            return "";
        }
    }
}
