namespace DhpConformance.Tests.Properties;

/// <summary>A format, as far as its properties are concerned.</summary>
/// <param name="Write">A value as text.</param>
/// <param name="Read">A text as a value.</param>
/// <param name="Refuses">Whether an exception is how the format turns a text down.</param>
public sealed record Codec<T>(Func<T, string> Write, Func<string, T> Read, Func<Exception, bool> Refuses)
{
    /// <summary>Whether a text is turned down as the format does it, and not otherwise.</summary>
    public bool TurnsDown(string text)
    {
        try
        {
            Read(text);
            return false;
        }
        catch (Exception exception) when (Refuses(exception))
        {
            return true;
        }
    }

    /// <summary>One that loses something when it writes.</summary>
    public Codec<T> Losing(Func<T, T> lose) => this with { Write = value => Write(lose(value)) };

    /// <summary>One that takes what it should turn down for something it has read before.</summary>
    public Codec<T> Forgiving(T instead) => this with { Read = text => TurnsDown(text) ? instead : Read(text) };

    /// <summary>One that writes something else each time.</summary>
    public Codec<T> Restless()
    {
        var count = 0;
        return this with { Write = value => Write(value) + new string(' ', ++count) };
    }
}
