using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Cli.Implementations;

/// <summary>Finds what <c>--profile</c> names: built-in profiles, and files.</summary>
internal static class ProfileSource
{
    /// <summary>These profiles; those that go with the implementation if nothing is named.</summary>
    public static ImmutableArray<Profile> Find(
        ImmutableArray<string> names, Implementation implementation, ToolEnvironment environment)
    {
        if (names.IsEmpty)
        {
            return implementation.DefaultProfiles;
        }

        ImmutableArray<Profile> profiles =
            [.. names.SelectMany(name => Parts(name, environment)).Select(name => Find(name, environment))];
        return profiles.GroupBy(profile => profile.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new BadInputException($"The profile {twice.Key} is named twice; name it once.")
            : profiles;
    }

    // As in an environment variable; a file may have a comma in its name.
    private static string[] Parts(string name, ToolEnvironment environment) =>
        File.Exists(environment.Resolve(name)) ? [name] : SettingValues.Parts(name) is { Length: > 0 } parts ? parts
            : [name];

    /// <summary>The profile with this name, or in this file.</summary>
    public static Profile Find(string name, ToolEnvironment environment)
    {
        if (SelfTestProfiles.Find(name) is { } builtIn)
        {
            return builtIn;
        }

        if (!InputFile.IsMeant(environment, name))
        {
            throw new BadInputException(
                $"There is no profile {name}; `dhp profiles` lists the built-in ones, anything else is a JSON file."
                + Suggestion.For(name, ProfileCatalog.All.Select(profile => profile.Name)));
        }

        try
        {
            return ProfileFile.Parse(InputFile.Read(environment, name));
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name}: {exception.Message}", cause: exception);
        }
    }
}
