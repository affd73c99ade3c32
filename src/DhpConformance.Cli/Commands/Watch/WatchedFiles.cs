using System.Collections.Immutable;
using DhpConformance.Cli.Settings;

namespace DhpConformance.Cli.Commands.Watch;

/// <summary>The files whose change begins a new run.</summary>
internal sealed class WatchedFiles
{
    // A folder with more than these is no source of one program.
    private const int MostFiles = 10_000;

    private readonly ToolEnvironment environment;
    private readonly ImmutableArray<string> names;
    private Dictionary<string, Stamp> seen;

    private WatchedFiles(ToolEnvironment environment, IEnumerable<string> names)
    {
        this.environment = environment;
        this.names = [.. names.Distinct()];
        seen = Now();
    }

    /// <summary>The files and folders, as the user calls them.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Those that the implementation is made of, as far as its name says, and those that are named.</summary>
    /// <exception cref="BadInputException">There is nothing to watch.</exception>
    public static WatchedFiles Of(ToolEnvironment environment, SettingValues settings, string[] named)
    {
        if (Array.Find(named, name => !Path.Exists(environment.Resolve(name))) is { } missing)
        {
            throw new BadInputException($"There is no file or folder {missing} to watch; check the path.");
        }

        var source = settings.Text(SettingTable.Implementation);
        List<string> parts = [.. named, .. OfSource(source).Where(name => File.Exists(environment.Resolve(name)))];
        return parts.Count > 0
            ? new(environment, parts.Concat(Settings(settings).Where(name => File.Exists(environment.Resolve(name)))))
            : throw new BadInputException(
                $"{source} names no file that could change; name what to watch with --on FILE.");
    }

    /// <summary>The names of what has changed since it was last asked.</summary>
    public IReadOnlyList<string> Changed()
    {
        var now = Now();
        var changed = now.Keys.Union(seen.Keys)
            .Where(file => now.GetValueOrDefault(file) != seen.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal)
            .ToList();
        seen = now;
        return changed;
    }

    private static IEnumerable<string> OfSource(string source) => source.Split(':', 2) switch
    {
        ["assembly", var path] => [path.Split('#')[0]],
        ["command", var line] => line.Split(' ').Select(word => word.Trim('"', '\'')).Where(word => word.Length > 0),
        _ => [],
    };

    private static IEnumerable<string> Settings(SettingValues settings) =>
    [
        SettingsFile.Name,
        .. new[] { settings.Text(SettingTable.Claims), settings.Text(SettingTable.KnownFailures) }
            .Concat(settings.List(SettingTable.Profile))
            .Where(name => name.Length > 0),
    ];

    private Dictionary<string, Stamp> Now()
    {
        var now = new Dictionary<string, Stamp>(StringComparer.Ordinal);
        foreach (var file in names.SelectMany(Files).Take(MostFiles))
        {
            try
            {
                var info = new FileInfo(environment.Resolve(file));
                now[file] = info.Exists ? new(info.LastWriteTimeUtc, info.Length) : default;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It is being written; the next look sees it.
                now[file] = default;
            }
        }

        return now;
    }

    private IEnumerable<string> Files(string name)
    {
        var path = environment.Resolve(name);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
            }).Select(file => Path.Combine(name, Path.GetRelativePath(path, file)))
            : [name];
    }

    private readonly record struct Stamp(DateTime Written, long Length);
}
