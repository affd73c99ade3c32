using System.Text;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Facts;

/// <summary>A setup as a C# expression.</summary>
internal static class SetupCode
{
    public static string Of(ServerSetup setup, string indent)
    {
        var deeper = indent + "    ";
        var code = new StringBuilder("new ServerSetup(\n")
            .Append($"{deeper}Partitionability.{setup.Partitionability},\n{deeper}[\n");
        foreach (var unit in setup.Units)
        {
            code.Append($"{deeper}    new(new UnitId({unit.Id.Value}), UnitKind.{unit.Kind}, {Literal(unit.Type)}, ")
                .Append($"{unit.Capacity}, {Literal(unit.SerialNumber)}),\n");
        }

        code.Append($"{deeper}],\n{deeper}[\n");
        foreach (var partition in setup.Partitions)
        {
            code.Append($"{deeper}    new(\n{deeper}        new PartitionId({partition.Id.Value}),\n")
                .Append($"{deeper}        {Of(partition.Profile, deeper + "        ")},\n")
                .Append($"{deeper}        {partition.ProcessorLimit},\n{deeper}        {partition.MemoryLimit},\n")
                .Append($"{deeper}        [{Listed(partition.Units, id => $"new UnitId({id.Value})")}]),\n");
        }

        return code.Append($"{deeper}])").ToString();
    }

    /// <summary>A text as a C# literal that holds nothing but plain ASCII.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c is '"' or '\\' ? $"\\{c}" : c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}");
        }

        return literal.Append('"').ToString();
    }

    private static string Of(Profile profile, string indent) =>
        $"new Profile(\n{indent}    {Literal(profile.Name)},\n{indent}    {Literal(profile.Architecture)},\n"
        + $"{indent}    {Lines(profile.Capabilities.Select(Of), indent + "    ")},\n"
        + $"{indent}    {Lines(profile.Behaviours.Select(one => $"Behaviour.{one}"), indent + "    ")},\n"
        + $"{indent}    {profile.ProcessorLimit})";

    private static string Of(Capability cell) => $"new(HotOperation.{cell.Operation}, UnitKind.{cell.Kind})";

    private static string Lines(IEnumerable<string> members, string indent)
    {
        var lines = string.Concat(members.Select(member => $"{indent}    {member},\n"));
        return lines.Length == 0 ? "[]" : $"[\n{lines}{indent}]";
    }

    private static string Listed<T>(IEnumerable<T> members, Func<T, string> code) =>
        string.Join(", ", members.Select(code));
}
