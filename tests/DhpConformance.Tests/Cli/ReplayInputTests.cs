using System.Text.RegularExpressions;

namespace DhpConformance.Tests.Cli;

/// <summary>A replay file that cannot be replayed is answered by one sentence and exit code 5.</summary>
public sealed class ReplayInputTests : IDisposable
{
    private readonly Dhp dhp = new();
    private readonly string[] lines;

    public ReplayInputTests()
    {
        dhp.Run("run", "--implementation", "mutant:accepts-larger-spare", "--profile", "windows-server-2008-x64");
        lines = File.ReadAllLines(
            Directory.GetFiles(dhp.Folder.Of("reports", "latest", "failures")).Single());
    }

    [Fact]
    public void A_file_that_is_not_there() =>
        dhp.Run("replay", "gone.ndjson").AssertError(5, "There is no file gone.ndjson; check the path.");

    [Fact]
    public void A_deadline_that_makes_no_sense()
    {
        dhp.Folder.Write("whole.ndjson", string.Join('\n', lines) + "\n");
        dhp.Run("replay", "whole.ndjson", "--timeout-scale", "0").AssertError(5, "timeout-scale");
    }

    [Fact]
    public void No_file_at_all() => dhp.Run("replay").AssertError(5, "`dhp replay --help` shows what there is.");

    [Fact]
    public void An_empty_file() => AssertError([], "it is empty; let `dhp run` write it again.");

    [Fact]
    public void A_file_that_is_something_else() => AssertError(["Dear diary,"], "its first line is not JSON");

    [Fact]
    public void A_file_that_is_cut_in_the_middle_of_its_first_line() => AssertError(
        [lines[0][..300]], "what `dhp run` writes below `failures`, or `dhp record`, and this one may have been cut");

    [Fact]
    public void A_file_that_is_cut_short() => AssertError(lines[..^1], "it is cut short");

    [Fact]
    public void A_file_that_lost_a_line_in_the_middle() =>
        AssertError([.. lines[..3], .. lines[4..]], "it is cut short");

    [Fact]
    public void A_file_that_is_cut_in_the_middle_of_a_line() =>
        AssertError([.. lines[..^1], lines[^1][..3]], "it is cut short");

    [Fact]
    public void A_file_of_another_version() =>
        AssertError(
            [lines[0].Replace("\"format\":1", "\"format\":2"), .. lines[1..]],
            "it has format 2, and this version reads format 1; use the version of the suite that wrote it.");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_profile_that_no_partition_runs(int line)
    {
        var changed = lines.ToArray();
        changed[line] = changed[line].Replace("\"windows-server-2008-x64\"", "\"other-os\"", StringComparison.Ordinal);
        AssertError(changed, "which the file is about; use the file as `dhp run` wrote it.");
    }

    [Fact]
    public void An_operation_that_the_vocabulary_does_not_have() =>
        AssertError(
            Replaced("\"operation\":\"hot-replace\"", "\"operation\":\"hot-swap\""), "does not fit the vocabulary");

    [Fact]
    public void A_unit_that_has_two_owners() =>
        AssertError(Replaced("\"units\":\\[(\\d+)", "\"units\":[$1,$1"), "is given to a partition twice");

    [Fact]
    public void A_profile_that_is_not_the_built_in_one_of_its_name() =>
        AssertError(
            Replaced("\"processorLimit\":256", "\"processorLimit\":255"), "is not the built-in profile of that name");

    // Sums of what no unit has overflow, and the difference was put down to the server.
    [Theory]
    [InlineData("\"capacity\":[1-9]\\d*", "\"capacity\":9223372036854775807", "that a unit of its kind has is 1")]
    [InlineData("\"units\":\\[\\{\"id\":0,", "\"units\":[{\"id\":-1,", "ids are counted from 0")]
    [InlineData("\"behaviours\":\\[[^\\]]*\\]", "\"behaviours\":[]", "\"processor-groups\" it is 64 at most")]
    [InlineData("\"rule\":\"[A-Z0-9-]+\"", "\"rule\":\"REP-99\"", "it is about the rule REP-99, which there is not")]
    [InlineData("\"case\":\\d+", "\"case\":-1", "it is of case -1; cases are counted from 0.")]
    [InlineData("\"units\":\\[\\{", "\"units\":[null,{", "the list \"units\" has null in it")]
    public void What_no_run_has_written(string pattern, string other, string sentence) =>
        AssertError(Replaced(pattern, other), sentence);

    [Fact]
    public void An_implementation_that_there_is_not() =>
        dhp.Run("replay", Write(lines), "--implementation", "hearsay").AssertError(5, "is unknown; write reference");

    public void Dispose() => dhp.Dispose();

    private void AssertError(IEnumerable<string> changed, string sentence)
    {
        var answer = dhp.Run("replay", Write(changed));
        answer.AssertError(5, sentence);
        Assert.StartsWith("it.ndjson cannot be replayed: ", answer.Error, StringComparison.Ordinal);
    }

    private string Write(IEnumerable<string> changed) =>
        dhp.Folder.Write("it.ndjson", string.Concat(changed.Select(line => line + "\n")));

    private IEnumerable<string> Replaced(string pattern, string other)
    {
        Assert.Contains(lines, line => Regex.IsMatch(line, pattern));
        return lines.Select(line => Regex.Replace(line, pattern, other));
    }
}
