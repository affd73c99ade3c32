using System.Text.Json.Nodes;

namespace DhpConformance.Tests.Cli.Ci;

/// <summary>
/// Reads the YAML that <c>dhp init</c> writes: mappings and sequences in blocks, lists such as <c>[a, b]</c>, and
/// strings in one line. Anything else is an error, so that no file says something else than the tests understand.
/// </summary>
internal sealed class BlockYaml
{
    private readonly List<(int Indent, string Text)> lines;
    private int next;

    private BlockYaml(string text) => lines =
    [
        .. text.Split('\n')
            .Select(line => line.Split(" #")[0].TrimEnd())
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => (line.Length - line.TrimStart().Length, line.TrimStart())),
    ];

    /// <exception cref="FormatException">It is something else.</exception>
    public static JsonNode Parse(string text)
    {
        var reader = new BlockYaml(text);
        var value = reader.Block(0);
        return reader.next == reader.lines.Count ? value : throw reader.Problem("This is indented otherwise");
    }

    private JsonNode Block(int indent) => lines[next].Text.StartsWith("- ", StringComparison.Ordinal)
        ? Sequence(indent)
        : Mapping(indent);

    private JsonArray Sequence(int indent)
    {
        var items = new JsonArray();
        while (IsAt(indent) && lines[next].Text.StartsWith("- ", StringComparison.Ordinal))
        {
            var item = lines[next].Text[2..];
            if (!item.Contains(": ", StringComparison.Ordinal))
            {
                items.Add(Scalar(item));
                next++;
                continue;
            }

            // The mapping of an item begins behind its hyphen.
            lines[next] = (indent + 2, item);
            items.Add(Mapping(indent + 2));
        }

        return items;
    }

    private JsonObject Mapping(int indent)
    {
        var members = new JsonObject();
        while (IsAt(indent))
        {
            var (key, value) = lines[next].Text.Split(':', 2) is [var left, var right]
                ? (left, right.Trim())
                : throw Problem("This has no key");
            next++;
            members.Add(key, value.Length > 0 ? Scalar(value)
                : next < lines.Count && lines[next].Indent > indent ? Block(lines[next].Indent)
                : throw Problem($"{key} has no value before this"));
        }

        return members;
    }

    private JsonNode Scalar(string text) => text[0] switch
    {
        '[' => new JsonArray([.. text.Trim('[', ']').Split(", ").Select(item => (JsonNode)item)]),
        '"' => text.Trim('"'),
        '{' or '&' or '*' or '!' or '|' or '>' or '\'' or '%' or '@' => throw Problem("This is not understood"),
        _ => text,
    };

    private bool IsAt(int indent) => next < lines.Count && lines[next].Indent == indent;

    private FormatException Problem(string what) =>
        new($"{what}: {(next < lines.Count ? lines[next].Text : "the end")}");
}
