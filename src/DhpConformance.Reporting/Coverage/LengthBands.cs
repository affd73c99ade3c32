using System.Globalization;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Coverage;

/// <summary>Lengths of cases in a few bands, whatever the longest is.</summary>
internal static class LengthBands
{
    private const int Bands = 10;

    /// <summary>Bands such as <c>11–15</c>, in ascending order, and how many cases fell into each.</summary>
    public static IReadOnlyList<(string Length, long Cases)> Of(RunResults results)
    {
        var lengths = results.Profiles
            .SelectMany(profile => profile.Lengths.IsDefault ? [] : profile.Lengths)
            .ToList();
        if (lengths.Count == 0)
        {
            return [];
        }

        var width = Math.Max(((lengths.Max(one => one.Operations) - 1) / Bands) + 1, 1);
        return
        [
            .. lengths
                .GroupBy(one => Math.Max(one.Operations - 1, 0) / width)
                .OrderBy(group => group.Key)
                .Select(group => (Name(group.Key * width, width), group.Sum(one => (long)one.Cases))),
        ];
    }

    private static string Name(int below, int width) => width == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{below + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{below + 1}–{below + width}");
}
