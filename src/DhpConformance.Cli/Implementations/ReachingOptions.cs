using System.Collections.Concurrent;
using DhpConformance.Cli.Settings;
using DhpConformance.Hosting;

namespace DhpConformance.Cli.Implementations;

/// <summary>How the implementation is reached, as the settings have it.</summary>
internal static class ReachingOptions
{
    private const double MostScale = 1000;

    /// <summary>Finds what the settings name. Each kind of warning is printed once.</summary>
    public static Implementation Find(SettingValues settings, ToolEnvironment environment)
    {
        var printed = new ConcurrentDictionary<HostingFault, bool>();
        return ImplementationSource.Find(settings.Text(SettingTable.Implementation), Scaled(settings, environment) with
        {
            Traced = settings.Switch(SettingTable.Verbose)
                ? TextWriter.Synchronized(environment.Error).WriteLine
                : null,
            RestartPerReset = settings.Switch(SettingTable.RestartPerCase),
            Warned = warning =>
            {
                if (printed.TryAdd(warning.Kind, true))
                {
                    environment.Error.WriteLine($"Warning: {warning.Message.ReplaceLineEndings(" ")}");
                }
            },
        });
    }

    /// <summary>The deadlines that the settings ask for, as far as nobody interrupts them.</summary>
    public static HostingOptions Scaled(SettingValues settings, ToolEnvironment environment) =>
        Of(environment) with { TimeScale = settings.Factor(SettingTable.TimeoutScale, MostScale) };

    /// <summary>The usual deadlines, as far as nobody interrupts them.</summary>
    public static HostingOptions Of(ToolEnvironment environment) =>
        new()
        {
            Interrupted = environment.Interrupted,
            Abandoned = environment.Abandoned,
            InheritsOrphans = environment.StartsAdaptersOnly,
        };

    /// <summary>The claims file that the settings name, read and found to make sense; null if they name none.</summary>
    public static ClaimsFile? Claims(SettingValues settings, ToolEnvironment environment) =>
        settings.Text(SettingTable.Claims) is { Length: > 0 } file
            ? ClaimsFile.Parse(InputFile.Read(environment, file), file)
            : null;

    /// <summary>
    /// Whether it is the user's to correct: what was named is not there or makes no sense. Anything else is an
    /// implementation that broke.
    /// </summary>
    public static bool IsBadInput(HostingFault fault) => fault
        is HostingFault.BadSource or HostingFault.NotFound or HostingFault.InvalidClaims or HostingFault.ClaimsDiffer
        or HostingFault.NotAnAssembly or HostingFault.NoType or HostingFault.SeveralTypes
        or HostingFault.WrongAbstractions or HostingFault.MissingDependency or HostingFault.ConstructorThrew;
}
