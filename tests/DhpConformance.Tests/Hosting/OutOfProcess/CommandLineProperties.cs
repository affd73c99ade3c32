using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Tests.Properties;
using FsCheck;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Hosting.OutOfProcess;

/// <summary>Words of a command come out as they were put between quotes.</summary>
public sealed class CommandLineProperties : IControlled
{
    private readonly Func<string, IEnumerable<string>> words;

    public CommandLineProperties()
        : this(Real)
    {
    }

    internal CommandLineProperties(Func<string, IEnumerable<string>> words) => this.words = words;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(Words_between_quotes_stay_whole), new CommandLineProperties(text => text.Split(' '))),
        new(nameof(Space_between_words_makes_no_difference), new CommandLineProperties(text => text.Split(' '))),
        new(nameof(A_quote_that_is_not_closed_is_turned_down), new CommandLineProperties(text => text.Split(' '))),
    ];

    [Property]
    public bool Words_between_quotes_stay_whole(NonEmptyArray<string> typed)
    {
        var expected = typed.Get.Select(Unquoted).ToList();
        return words(string.Join(' ', expected.Select(word => $"'{word}'"))).SequenceEqual(expected);
    }

    [Property]
    public bool Space_between_words_makes_no_difference(NonEmptyArray<PositiveInt> numbers) =>
        words(string.Join("   ", numbers.Get.Select(number => number.Get)))
            .SequenceEqual(numbers.Get.Select(number => $"{number.Get}"));

    [Property]
    public bool A_quote_that_is_not_closed_is_turned_down(string? typed)
    {
        try
        {
            _ = words($"run \"{Unquoted(typed)}").ToList();
            return false;
        }
        catch (HostingException)
        {
            return true;
        }
    }

    private static string Unquoted(string? word) =>
        new([.. (word ?? "").Where(letter => letter is not ('"' or '\'' or '\\'))]);

    private static IEnumerable<string> Real(string text) =>
        CommandLine.Parse(text) is var line ? line.Arguments.Prepend(line.Command) : [];
}
