namespace DhpConformance.Cli;

/// <summary>Guesses what somebody meant who misspelt a name.</summary>
internal static class Suggestion
{
    /// <summary>Reads like <c> Did you mean windows-2000?</c>; empty if nothing is near.</summary>
    public static string For(string misspelt, IEnumerable<string> names)
    {
        var nearest = names.MinBy(name => Distance(misspelt.ToUpperInvariant(), name.ToUpperInvariant()));
        return nearest is not null
            && Distance(misspelt.ToUpperInvariant(), nearest.ToUpperInvariant()) <= Math.Max(2, misspelt.Length / 3)
            ? $" Did you mean {nearest}?"
            : "";
    }

    // Levenshtein: letters to insert, delete or replace.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
