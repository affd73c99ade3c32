using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;

namespace DhpConformance.Tests.Hosting.OutOfProcess;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("adapter", "adapter")]
    [InlineData("  python3\t my_adapter.py  --fast ", "python3|my_adapter.py|--fast")]
    [InlineData("\"C:\\Program Files\\py.exe\" adapter.py", "C:\\Program Files\\py.exe|adapter.py")]
    [InlineData("'/opt/my adapters/a' 'say \"hi\"'", "/opt/my adapters/a|say \"hi\"")]
    [InlineData("a --name=\"two words\" b", "a|--name=two words|b")]
    [InlineData("a \"say \\\"hi\\\"\" \\\"", "a|say \"hi\"|\"")]
    [InlineData("a C:\\temp\\ b", "a|C:\\temp\\|b")]
    [InlineData("a \"\" ''", "a||")]
    [InlineData("a $HOME *.c ; rm", "a|$HOME|*.c|;|rm")]
    public void Words_are_told_apart_without_a_shell(string text, string words)
    {
        var command = CommandLine.Parse(text);
        Assert.Equal(words.Split('|'), command.Arguments.Prepend(command.Command));
    }

    [Theory]
    [InlineData("", "The command is empty.")]
    [InlineData(" \t", "The command is empty.")]
    [InlineData("a 'b c", "the quote ' at column 3 is not closed")]
    [InlineData("it's", "the quote ' at column 3 is not closed")]
    [InlineData("\"a\\\"", "the quote \" at column 1 is not closed")]
    public void What_is_not_a_command_is_explained(string text, string message)
    {
        var problem = Assert.Throws<HostingException>(() => CommandLine.Parse(text));
        Assert.Equal(HostingFault.BadSource, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
