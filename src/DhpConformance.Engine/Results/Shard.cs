using System.Globalization;

namespace DhpConformance.Engine.Results;

/// <summary>
/// One of several shares of a run, as equal as whole pieces allow. All of them together, on as many machines as there
/// are, do each piece of work once; which share does which depends on nothing but the number of the piece.
/// </summary>
public sealed record Shard
{
    /// <summary>Most shares of one run.</summary>
    public const int Most = 100_000;

    /// <summary>Names a share.</summary>
    /// <param name="number">Which share, from 1.</param>
    /// <param name="count">Of how many, <paramref name="number"/> to <see cref="Most"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public Shard(int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        Number = number;
        Count = count;
    }

    /// <summary>All of the work.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Which share, from 1.</summary>
    public int Number { get; }

    /// <summary>Of how many.</summary>
    public int Count { get; }

    /// <summary>Whether it is all of the work.</summary>
    public bool IsWhole => Count == 1;

    /// <summary>Whether a piece of work is in this share.</summary>
    /// <param name="piece">The number of the piece, from 0.</param>
    public bool Includes(int piece) => piece % Count == Number - 1;

    /// <summary>Reads <c>K/N</c>, as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">
    /// It is no share; the message is a sentence for whoever wrote it.
    /// </exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text) ?? throw new FormatException(
            $"The shard \"{text}\" is none; write K/N for the K-th of N, with 1 <= K <= N <= {Most}: 2/5.");
    }

    /// <summary>Whether a text names a share.</summary>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text) is not null;
    }

    /// <summary>As it is written on the command line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static Shard? Find(string text) =>
        text.Split('/') is [var first, var second] && IsNumber(first, out var number) && IsNumber(second, out var count)
            && number >= 1 && number <= count && count <= Most
            ? new(number, count)
            : null;

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
