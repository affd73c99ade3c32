using System.Collections.Immutable;
using System.Text;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// A command and its arguments, as a person types them. No shell is asked, so that the same text means the same on
/// every system.
/// </summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Command">A file, or a name to be found on the search path.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record CommandLine(string Text, string Command, ImmutableArray<string> Arguments)
{
    /// <summary>
    /// White space separates words; single or double quotes hold a word together, also from its middle on. A
    /// backslash is an ordinary character, because it separates folders on Windows, except before a double quote.
    /// </summary>
    /// <exception cref="HostingException">It is empty, or a quote is not closed.</exception>
    public static CommandLine Parse(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var position = SkipSpace(text, 0); position < text.Length; position = SkipSpace(text, position))
        {
            words.Add(Word(text, ref position));
        }

        return words.Count > 0
            ? new CommandLine(text, words[0], [.. words.Skip(1)])
            : throw new HostingException(
                HostingFault.BadSource,
                "The command is empty. Say what to run, such as command:\"python3 adapter.py\".");
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static string Word(string text, ref int position)
    {
        var word = new StringBuilder();
        while (position < text.Length && !char.IsWhiteSpace(text[position]))
        {
            if (text[position] is '"' or '\'')
            {
                Quoted(text, ref position, word);
            }
            else
            {
                word.Append(Character(text, ref position));
            }
        }

        return word.ToString();
    }

    private static void Quoted(string text, ref int position, StringBuilder word)
    {
        var (quote, opened) = (text[position], position);
        position++;
        while (position < text.Length && text[position] != quote)
        {
            word.Append(quote == '"' ? Character(text, ref position) : text[position++]);
        }

        if (position++ == text.Length)
        {
            throw new HostingException(
                HostingFault.BadSource,
                $"In the command «{text}» the quote {quote} at column {opened + 1} is not closed. Close it, or put "
                    + "it between quotes of the other kind.");
        }
    }

    private static char Character(string text, ref int position)
    {
        if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] == '"')
        {
            position++;
        }

        return text[position++];
    }
}
