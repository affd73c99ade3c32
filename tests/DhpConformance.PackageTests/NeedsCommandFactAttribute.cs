namespace DhpConformance.PackageTests;

/// <summary>A test of a program in another language, skipped with the reason where that cannot be run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsCommandFactAttribute : FactAttribute
{
    public NeedsCommandFactAttribute(string command)
    {
        Command = command;
        Skip = IsFound(command) ? null : $"{command} is not installed here";
    }

    public string Command { get; }

    private static bool IsFound(string command)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] names = OperatingSystem.IsWindows() ? [command + ".exe"] : [command];
        return folders.Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name))));
    }
}
