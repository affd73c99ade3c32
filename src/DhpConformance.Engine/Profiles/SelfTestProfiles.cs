using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Profiles;

/// <summary>The profiles that the suite is proven with: the built-in ones, and one with what no Windows has.</summary>
public static class SelfTestProfiles
{
    /// <summary>A user-defined profile that supports every hot operation on every kind of unit.</summary>
    public static Profile HotEverything { get; } = Read("HotEverything.json");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Profile> All { get; } = [.. ProfileCatalog.All, HotEverything];

    /// <summary>The one with this name, whatever the case; null if there is none.</summary>
    public static Profile? Find(string name) =>
        All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Profile Read(string name)
    {
        using var stream = typeof(SelfTestProfiles).Assembly.GetManifestResourceStream(typeof(SelfTestProfiles), name)!;
        using var reader = new StreamReader(stream);
        return ProfileFile.Parse(reader.ReadToEnd());
    }
}
