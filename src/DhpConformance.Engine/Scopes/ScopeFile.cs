using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Scopes;

/// <summary>Reads a user-defined scope; <c>specs/exhaustive.md</c> describes the format.</summary>
public static class ScopeFile
{
    // Larger ones could not be explored, and would only make the estimate take long.
    private const int MostPartitions = 8;
    private const int MostUnits = 64;

    /// <summary>Reads a scope.</summary>
    /// <param name="json">The content of the file.</param>
    /// <exception cref="UnusableFileException">It is not a scope; the message says why and what to do.</exception>
    public static ScopeDefinition Parse(string json)
    {
        using var document = StrictObject.Document(json);
        var root = new StrictObject(
            document.RootElement, "the scope", "name", "servers", "partitions", "units", "requests");
        var partitions = Some(root, "partitions", MostPartitions).Select(Partition).ToImmutableArray();
        return new(
            Name(root),
            Distinct(Some(root, "servers", 2).Select(one => StrictObject.Word<Partitionability>(one, "a server"))),
            partitions,
            [.. Some(root, "units", MostUnits).Select(unit => Unit(unit, partitions.Length))],
            Distinct(Some(root, "requests", AllRequests.Kinds.Length).Select(Request)));
    }

    private static string Name(StrictObject root) => root.Text("name") is var name && HyphenatedName.Is(name)
        ? name
        : throw new UnusableFileException(
            $"\"name\" of the scope is \"{name}\"; write {HyphenatedName.Form}.");

    private static List<JsonElement> Some(StrictObject root, string member, int most)
    {
        var list = root.List(member).ToList();
        return list.Count >= 1 && list.Count <= most
            ? list
            : throw new UnusableFileException($"\"{member}\" of the scope lists {list.Count}; list 1 to {most}.");
    }

    private static ScopePartition Partition(JsonElement element)
    {
        var partition = new StrictObject(element, "a partition", "processorLimit", "memoryLimit");
        return new(partition.Count("processorLimit"), partition.LongCount("memoryLimit", 1));
    }

    private static ScopeUnit Unit(JsonElement element, int partitions)
    {
        var unit = new StrictObject(element, "a unit", "kind", "type", "capacity", "partition");
        var kind = unit.Word<UnitKind>("kind");
        var capacity = unit.LongCount("capacity", 0);
        return kind == UnitKind.IoHostBridge != (capacity == 0)
            ? throw new UnusableFileException(
                $"\"capacity\" of a unit is {capacity}; a bridge has 0, any other unit 1 or more.")
            : capacity > UnitCapacity.Most(kind)
            ? throw new UnusableFileException(
                $"\"capacity\" of a unit is {capacity}; the most of its kind is {UnitCapacity.Most(kind)}.")
            : new(kind, unit.Text("type"), capacity, unit.PlaceOrNull("partition", partitions));
    }

    private static OperationKind Request(JsonElement element) =>
        StrictObject.Word<OperationKind>(element, "a request") is var kind && AllRequests.Kinds.Contains(kind)
            ? kind
            : throw new UnusableFileException(
                $"a request is {element.GetRawText()}; a scope has no consumers, so it asks for nothing about them.");

    private static ImmutableArray<T> Distinct<T>(IEnumerable<T> items)
    {
        ImmutableArray<T> all = [.. items];
        return all.Distinct().Count() == all.Length
            ? all
            : throw new UnusableFileException("the scope lists something twice; list each server and request once.");
    }
}
