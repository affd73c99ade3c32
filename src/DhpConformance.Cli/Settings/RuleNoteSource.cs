using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Hosting;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Settings;

/// <summary>Finds the rules that a claims file remarks on.</summary>
internal static class RuleNoteSource
{
    /// <summary>One remark for each rule, in the order of the catalogue; null for none.</summary>
    /// <exception cref="BadInputException">There is no such rule.</exception>
    public static ImmutableArray<RuleNote>? Find(ClaimsFile? file)
    {
        if (file is null || file.Notes.IsEmpty)
        {
            return null;
        }

        var texts = file.Notes
            .SelectMany(remark => remark.Rules, (remark, rule) => (Rule: Known(file, rule), remark.Text))
            .ToDictionary(one => one.Rule, one => one.Text);
        return
        [
            .. RuleCatalog.All
                .Where(rule => texts.ContainsKey(rule.Id))
                .Select(rule => new RuleNote(rule.Id, texts[rule.Id])),
        ];
    }

    private static string Known(ClaimsFile file, string rule) => RuleCatalog.Find(rule)?.Id
        ?? throw new BadInputException(
            $"The claims file '{file.Path}' remarks on {rule}, and there is no such rule; `dhp rules` lists them all."
            + Suggestion.For(rule, RuleCatalog.All.Select(one => one.Id)));
}
