namespace DhpConformance.Tests.Cli;

/// <summary>Any case can be written down, and what was written can be done again.</summary>
public sealed class RecordTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Fact]
    public void A_case_that_is_right_is_written_down_and_passes_again()
    {
        var answer = dhp.Run("record", "--profile", "windows-2000", "--case", "17", "--length", "5");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith(
            "Written: transcript.ndjson, case 17 of windows-2000, ", answer.Output, StringComparison.Ordinal);
        var lines = File.ReadAllLines(dhp.Folder.Of("transcript.ndjson"));
        Assert.StartsWith("{\"method\":\"reset\",", lines[1], StringComparison.Ordinal);
        Assert.Equal(5, lines.Count(line => line.StartsWith("{\"method\":\"apply\",", StringComparison.Ordinal)));
        Assert.Equal($"{{\"end\":{lines.Length - 2}}}", lines[^1]);
        Assert.Equal(0, dhp.Run("replay", "transcript.ndjson").Code);
    }

    [Fact]
    public void The_same_case_is_the_same_file_and_another_is_another()
    {
        foreach (var (number, file) in new[] { ("3", "a"), ("3", "b"), ("4", "c") })
        {
            dhp.Run("record", "--profile", "windows-2000", "--case", number, "--out", file);
        }

        Assert.Equal(File.ReadAllText(dhp.Folder.Of("a")), File.ReadAllText(dhp.Folder.Of("b")));
        Assert.NotEqual(File.ReadAllText(dhp.Folder.Of("a")), File.ReadAllText(dhp.Folder.Of("c")));
    }

    [Fact]
    public void A_case_of_no_profile_or_before_the_first_is_explained()
    {
        dhp.Run("record").AssertError(5, "A case belongs to one profile; name it with --profile.");
        dhp.Run("record", "--profile", "windows-2000", "--case", "-1").AssertError(5, "cases are counted from 0.");
    }

    public void Dispose() => dhp.Dispose();
}
