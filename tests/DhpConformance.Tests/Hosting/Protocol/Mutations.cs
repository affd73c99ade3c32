using System.Text.Json.Nodes;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>All messages that differ from a given one in one place.</summary>
internal static class Mutations
{
    private static readonly string[] Replacements =
        ["null", "true", "1.5", "\"1\"", "\"no such name\"", "[]", "{}", "-7", "99999999999999999999"];

    public static IEnumerable<string> Of(string message)
    {
        foreach (var path in Paths(JsonNode.Parse(message)!).ToArray())
        {
            yield return Changed(message, path, (parent, key) => parent.Remove(key));
            yield return Changed(message, path, (parent, key) => parent["unknown" + key] = 1);
            foreach (var replacement in Replacements)
            {
                yield return Changed(message, path, (parent, key) => parent[key] = JsonNode.Parse(replacement));
            }
        }
    }

    /// <summary>Where the members of all objects are, as keys and indexes from the root.</summary>
    private static IEnumerable<object[]> Paths(JsonNode node) => node switch
    {
        JsonObject some => some.SelectMany(member => Below(member.Key, member.Value).Prepend([member.Key])),
        JsonArray list => list.SelectMany((item, index) => Below(index, item)),
        _ => [],
    };

    private static IEnumerable<object[]> Below(object key, JsonNode? node) =>
        node is null ? [] : Paths(node).Select(path => (object[])[key, .. path]);

    private static string Changed(string message, object[] path, Action<JsonObject, string> change)
    {
        var root = JsonNode.Parse(message)!;
        var parent = path[..^1].Aggregate(root, (node, key) => key is int index ? node[index]! : node[(string)key]!);
        change(parent.AsObject(), (string)path[^1]);
        return root.ToJsonString();
    }
}
