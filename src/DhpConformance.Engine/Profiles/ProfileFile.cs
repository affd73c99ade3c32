using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Profiles;

/// <summary>Reads a user-defined profile; <c>specs/profiles.md</c> describes the format.</summary>
public static class ProfileFile
{
    /// <summary>Reads a profile.</summary>
    /// <param name="json">The content of the file.</param>
    /// <exception cref="UnusableFileException">It is not a profile; the message says why and what to do.</exception>
    public static Profile Parse(string json)
    {
        using var document = StrictObject.Document(json);
        var root = new StrictObject(
            document.RootElement,
            "the profile", "name", "architecture", "capabilities", "behaviours", "processorLimit");
        var profile = new Profile(
            Name(root),
            root.Text("architecture"),
            [.. root.List("capabilities").Select(Capability)],
            [.. root.List("behaviours").Select(Behaviour)],
            root.Count("processorLimit"));
        return ProfileFit.Problem(profile) is { } problem
            ? throw new UnusableFileException(problem)
            : profile;
    }

    // The name becomes part of file names.
    private static string Name(StrictObject root)
    {
        var name = root.Text("name");
        return !HyphenatedName.Is(name)
            ? throw new UnusableFileException(
                $"\"name\" of the profile is \"{name}\"; write {HyphenatedName.Form}.")
            : ProfileCatalog.Find(name) is null
            ? name
            : throw new UnusableFileException(
                $"\"name\" of the profile is \"{name}\", which is built in; give it another name.");
    }

    private static Capability Capability(JsonElement element)
    {
        var cell = new StrictObject(element, "a capability", "operation", "kind");
        return new(cell.Word<HotOperation>("operation"), cell.Word<UnitKind>("kind"));
    }

    private static Behaviour Behaviour(JsonElement element) => StrictObject.Word<Behaviour>(element, "a behaviour");
}
