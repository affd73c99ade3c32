namespace DhpConformance.Tests.Cli;

/// <summary>Whatever does not make sense is answered by one sentence with cause and remedy, and an exit code.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("--profile windows-95", "There is no profile windows-95; `dhp profiles` lists the built-in ones")]
    [InlineData("--profile windows-200", "Did you mean windows-2000?")]
    [InlineData("--profile mine.json", "There is no file mine.json; check the path.")]
    [InlineData("--profile windows-2000 windows-2000", "The profile windows-2000 is named twice; name it once.")]
    [InlineData("--rule ADD-99", "There is no rule ADD-99; `dhp rules` lists them all. Did you mean ADD-01?")]
    [InlineData("--implementation mutant:nobody", "There is no mutant \"nobody\"; `dhp mutants` lists them all.")]
    [InlineData("--implementation mutant:accepts-add", "Did you mean accepts-adds?")]
    [InlineData("--implementation hearsay", "The implementation \"hearsay\" is unknown; write reference or mutant:")]
    [InlineData("--implementation reference:2", "There is one reference only; write `reference`, with nothing")]
    [InlineData("--case 3", "`dhp run --help` shows what there is.")]
    [InlineData("--cases many", "cases is \"many\" (from the command line); give a whole number from 0 to")]
    [InlineData("--cases -1", "cases is \"-1\" (from the command line); give a whole number from 0 to")]
    [InlineData("--length 0", "length is \"0\" (from the command line); give a whole number from 1 to")]
    [InlineData("--threads 0", "threads is \"0\" (from the command line); give a whole number from 1 to")]
    [InlineData("--seed -5", "seed is \"-5\" (from the command line); give a whole number from 0 to")]
    [InlineData("--seed 1 --seed 2", "`dhp run --help` shows what there is.")]
    public void An_argument_that_makes_no_sense_is_explained(string arguments, string sentence) =>
        dhp.Run(["run", .. arguments.Split(' ')]).AssertError(5, sentence);

    [Fact]
    public void Zero_cases_have_an_exit_code_of_their_own() =>
        dhp.Run("run", "--cases", "0").AssertError(
            8, "With cases = 0 (from the command line) nothing would be run; ask for 1 or more.");

    [Fact]
    public void An_implementation_that_is_empty_is_not_the_reference() =>
        dhp.Run("run", "--implementation", "").AssertError(5, "implementation is empty (from the command line); say");

    [Fact]
    public void A_command_that_there_is_not_is_explained() =>
        dhp.Run("runn").AssertError(5, "There is no command runn; `dhp --help` shows what there is. Did you mean run?");

    [Fact]
    public void No_command_at_all_is_explained() => dhp.Run().AssertError(5, "`dhp --help` shows what there is.");

    [Fact]
    public void A_format_that_there_is_not_is_explained() =>
        dhp.Run("rules", "--format", "xml").AssertError(
            5, "The format \"xml\" is unknown; write table, json or markdown.");

    [Fact]
    public void A_folder_that_cannot_be_written_is_explained_before_anything_runs()
    {
        dhp.Folder.Write("occupied", "a file");
        var answer = dhp.Run("run", "--cases", "1", "--out", "occupied/out");
        answer.AssertError(5, "The folder occupied/out cannot be written to: ");
        Assert.Contains("; choose another with --out.", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cases executed", answer.Output, StringComparison.Ordinal);
        Assert.Equal(["occupied"], Directory.GetFileSystemEntries(dhp.Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Bad_input_leaves_nothing_behind()
    {
        dhp.Run("run", "--rule", "NO-1");
        Assert.Empty(Directory.GetFileSystemEntries(dhp.Folder.Path));
    }

    public void Dispose() => dhp.Dispose();
}
