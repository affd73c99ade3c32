using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Profiles;

/// <summary>Reads a user-defined profile; <c>specs/profiles.md</c> describes the format.</summary>
public static partial class ProfileFile
{
    private const int GroupSize = 64;

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
            Distinct(root.List("capabilities").Select(Capability), "capabilities"),
            Distinct(root.List("behaviours").Select(Behaviour), "behaviours"),
            root.Count("processorLimit"));

        // Without groups a mask of 64 bits is all there is to name a processor with.
        return profile.ProcessorLimit <= GroupSize || profile.Promises(Abstractions.Behaviour.ProcessorGroups)
            ? profile
            : throw new UnusableFileException(
                $"\"processorLimit\" of the profile is {profile.ProcessorLimit}, and without the behaviour "
                + $"\"processor-groups\" it is {GroupSize} at most; lower it, or add the behaviour.");
    }

    // The name becomes part of file names.
    private static string Name(StrictObject root)
    {
        var name = root.Text("name");
        return !WordsWithHyphens().IsMatch(name)
            ? throw new UnusableFileException(
                $"\"name\" of the profile is \"{name}\"; write lower case words and numbers joined by hyphens.")
            : ProfileCatalog.Find(name) is null
            ? name
            : throw new UnusableFileException(
                $"\"name\" of the profile is \"{name}\", which is built in; give it a name of its own.");
    }

    private static Capability Capability(JsonElement element)
    {
        var cell = new StrictObject(element, "a capability", "operation", "kind");
        return new(cell.Word<HotOperation>("operation"), cell.Word<UnitKind>("kind"));
    }

    private static Behaviour Behaviour(JsonElement element) => StrictObject.Word<Behaviour>(element, "a behaviour");

    private static ImmutableArray<T> Distinct<T>(IEnumerable<T> items, string member)
    {
        ImmutableArray<T> all = [.. items];
        return all.Distinct().Count() == all.Length
            ? all
            : throw new UnusableFileException($"\"{member}\" of the profile lists something twice; list it once.");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex WordsWithHyphens();
}
