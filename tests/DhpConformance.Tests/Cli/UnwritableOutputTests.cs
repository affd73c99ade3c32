using System.Text;
using DhpConformance.Cli;
using DhpConformance.Cli.Output;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// What cannot be written is said, and is no fault of the implementation; what was found is not lost with it.
/// </summary>
public sealed class UnwritableOutputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Output_that_cannot_be_written_is_not_blamed_on_the_implementation()
    {
        using var error = new StringWriter();
        using var output = new GuardedOutput(new FullWriter());
        Assert.Equal(2, Run(output, error, "mutant:accepts-larger-spare"));
        Assert.Equal(
            "Standard output cannot be written, so that some of it is lost: No space left on device.\n",
            error.ToString());
        Assert.True(File.Exists(folder.Of("out", "results.json")));
    }

    [Fact]
    public void A_command_whose_output_is_lost_has_not_succeeded()
    {
        using var error = new StringWriter();
        using var output = new GuardedOutput(new FullWriter());
        Assert.Equal(5, Tool.Run(["rules"], Here(output, error)));
    }

    [Fact]
    public void A_folder_that_becomes_unwritable_during_the_run_loses_nothing()
    {
        using var error = new StringWriter();
        using var output = new Saboteur(() => Occupy(folder.Of("out")));
        Assert.Equal(2, Run(output, error, "mutant:accepts-larger-spare"));
        Assert.Contains("NOT CONFORMANT to windows-server-2008-x64", output.ToString(), StringComparison.Ordinal);
        var sentence = error.ToString();
        Assert.StartsWith("The folder out cannot be written to: out is a file", sentence, StringComparison.Ordinal);
        var second = sentence.Trim().TrimEnd('.').Split(' ')[^1];
        Assert.Contains("What would have been there is in ", sentence, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(second, "results.json")));
        Directory.Delete(second, recursive: true);
    }

    [Fact]
    public void A_run_that_keeps_the_rules_and_could_not_be_written_is_no_pass()
    {
        Assert.Equal(ExitCode.BadInput, ExitCodes.Of(DhpConformance.Engine.Results.Verdict.Pass, isWritten: false));
        Assert.Equal(ExitCode.Fail, ExitCodes.Of(DhpConformance.Engine.Results.Verdict.Fail, isWritten: false));
        Assert.Equal(ExitCode.Pass, ExitCodes.Of(DhpConformance.Engine.Results.Verdict.Pass, isWritten: true));
    }

    public void Dispose() => folder.Dispose();

    private int Run(TextWriter output, TextWriter error, string source) => Tool.Run(
        [
            "run", "--implementation", source, "--profile", "windows-server-2008-x64", "--cases", "64",
            "--out", "out", "--threads", "1",
        ],
        Here(output, error));

    private ToolEnvironment Here(TextWriter output, TextWriter error) => new()
    {
        Output = output,
        Error = error,
        WorkingDirectory = folder.Path,
        VariablePrefix = "DHPTEST_UNWRITABLE_",
    };

    private static void Occupy(string path)
    {
        Directory.Delete(path, recursive: true);
        File.WriteAllText(path, "a file");
    }

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }

    // Acts once, when the run tells of its progress.
    private sealed class Saboteur(Action act) : StringWriter
    {
        private Action? next = act;

        public override void WriteLine(string? value)
        {
            next?.Invoke();
            next = null;
            base.WriteLine(value);
        }
    }
}
