using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Corpus;

/// <summary>
/// The cases of a corpus for rules that few cases test: kept as long as that is so, one for each rule and profile.
/// </summary>
/// <param name="corpus">The corpus.</param>
/// <param name="results">What the run found.</param>
internal sealed class RareCorpus(CorpusFolder corpus, RunResults results)
{
    /// <summary>For how many rules of a profile a case is kept at most.</summary>
    public const int MostForAProfile = 10;

    /// <summary>Drops the cases for rules that were tested often enough in this run, at each size.</summary>
    public void Drop()
    {
        foreach (var remembered in results.Remembered.Select(one => one.Case).Where(one => one.IsRare))
        {
            var profile = results.Profiles.FirstOrDefault(one => one.Profile.Name == remembered.Profile.Name);
            if (profile is { Cases: >= RareRule.LeastCases }
                && profile.Rules.Any(rule => rule.Rule == remembered.Rule && rule.Reached >= RuleResult.Enough)
                && RareRule.Of(profile).All(rare => rare.Rule.Id != remembered.Rule))
            {
                corpus.Drop(remembered.Name);
            }
        }
    }

    /// <summary>Keeps what this run has found rare, and answers how many cases that are new.</summary>
    /// <param name="names">The names of all cases; those that are kept are added.</param>
    public int Keep(HashSet<string> names)
    {
        var kept = 0;
        foreach (var rare in results.Rare)
        {
            var content = ReplayWriter.Text(ReplayRecorder.Requests(results, rare));
            var prefix = Prefix(rare.Rule, rare.Profile.Name);
            if (!names.Any(one => one.StartsWith(prefix, StringComparison.Ordinal))
                && RuleCatalog.All.Count(rule => names.Any(one => one.StartsWith(
                    Prefix(rule.Id, rare.Profile.Name), StringComparison.Ordinal))) < MostForAProfile)
            {
                var name = prefix + CorpusFolder.Hash(content);
                corpus.Keep(name, content);
                names.Add(name);
                kept++;
            }
        }

        return kept;
    }

    private static string Prefix(string rule, string profile) => $"{CorpusFolder.RarePrefix}{rule}-{profile}-";
}
