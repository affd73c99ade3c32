using System.CommandLine;
using System.Text.Json;
using DhpConformance.Cli.Output;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Cli.Commands.Mutants;

/// <summary><c>dhp variants</c>: lists the right servers that differ from the reference.</summary>
internal static class VariantsCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var format = ListingFormat.Option();
        var command = new Command(
            "variants",
            "Lists the variants: conforming servers that differ from the reference where the rules leave a choice. "
            + "`dhp run --implementation variant:NAME` judges one.")
        {
            format,
        };
        command.SetAction(parsed => ListingFormat.Write(
            environment,
            parsed.GetRequiredValue(format),
            new(
                ["Variant", "What it does otherwise", "Rules"],
                [
                    .. VariantCatalog.All.Select(variant => new[]
                    {
                        variant.Name, variant.Description, string.Join(", ", variant.Rules),
                    }),
                ]),
            () => JsonSerializer.Serialize(
                VariantCatalog.All.Select(variant => new { variant.Name, variant.Description, variant.Rules }),
                ListingFormat.Indented)));
        return command;
    }
}
