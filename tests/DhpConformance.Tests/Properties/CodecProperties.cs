using FsCheck.Xunit;

namespace DhpConformance.Tests.Properties;

/// <summary>What is true of every strict format here, as a JSON object or as lines of them.</summary>
public abstract class CodecProperties<T>(Codec<T> codec)
{
    [Property]
    public bool What_is_written_is_read_as_it_was(T value) => Structure.Same(codec.Read(codec.Write(value)), value);

    [Property]
    public bool What_was_read_is_written_as_it_was(T value) =>
        codec.Write(codec.Read(codec.Write(value))) == codec.Write(value);

    [Property]
    public bool What_is_cut_short_is_turned_down(T value, int cut)
    {
        var whole = codec.Write(value).TrimEnd();
        return codec.TurnsDown(whole[..(int)((uint)cut % (uint)whole.Length)]);
    }

    [Property]
    public bool A_member_that_nobody_knows_is_turned_down(T value) =>
        codec.TurnsDown(Begun(codec.Write(value), "\"nobody-knows\":1,"));

    [Property]
    public bool A_member_that_is_given_twice_is_turned_down(T value)
    {
        var text = codec.Write(value);
        var name = text[text.IndexOf('"', StringComparison.Ordinal)..(text.IndexOf(':', StringComparison.Ordinal) + 1)];
        return codec.TurnsDown(Begun(text, $"{name}null,"));
    }

    /// <summary>The controls: a mutated format for each property.</summary>
    /// <param name="codec">The format.</param>
    /// <param name="sample">Something of it.</param>
    /// <param name="lose">What a mutated one loses.</param>
    /// <param name="properties">Makes the properties of a mutated one.</param>
    internal static IEnumerable<Control> ControlsOf(
        Codec<T> codec, T sample, Func<T, T> lose, Func<Codec<T>, CodecProperties<T>> properties) =>
    [
        new(nameof(What_is_written_is_read_as_it_was), properties(codec.Losing(lose))),
        new(nameof(What_was_read_is_written_as_it_was), properties(codec.Restless())),
        new(nameof(What_is_cut_short_is_turned_down), properties(codec.Forgiving(sample))),
        new(nameof(A_member_that_nobody_knows_is_turned_down), properties(codec.Forgiving(sample))),
        new(nameof(A_member_that_is_given_twice_is_turned_down), properties(codec.Forgiving(sample))),
    ];

    private static string Begun(string text, string members) =>
        text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, members);
}
