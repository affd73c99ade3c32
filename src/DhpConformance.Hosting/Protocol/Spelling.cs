namespace DhpConformance.Hosting.Protocol;

/// <summary>Proposes the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>Such as <c>; did you mean "hot-remove"?</c>, or nothing if no name is near.</summary>
    public static string Hint(string given, IEnumerable<string> known)
    {
        var nearest = known.MinBy(name => Distance(given, name));
        return nearest is not null && Distance(given, nearest) <= Math.Max(2, nearest.Length / 4)
            ? $"; did you mean \"{nearest}\"?"
            : "";
    }

    /// <summary>The number of single letters to add, drop or change (Levenshtein), ignoring case.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= Math.Min(from.Length, 100); i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (same ? 0 : 1), 1 + Math.Min(row[j], row[j - 1])));
            }
        }

        return row[^1];
    }
}
