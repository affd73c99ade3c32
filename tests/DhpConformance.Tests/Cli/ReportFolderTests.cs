using DhpConformance.Cli;
using DhpConformance.Cli.Output;

namespace DhpConformance.Tests.Cli;

/// <summary>Files are written all at once or not at all.</summary>
public sealed class ReportFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    [Fact]
    public void A_folder_that_was_opened_and_not_written_to_leaves_nothing()
    {
        ReportFolder.Open(temporary.Of("a", "b"), "a/b").Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void While_a_run_goes_on_there_is_nothing_that_it_would_leave_behind_if_it_were_killed()
    {
        using var folder = ReportFolder.Open(temporary.Of("a"), "a");
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Of("a")));
        folder.Commit(Watched());

        IEnumerable<(string Name, string Content)> Watched()
        {
            yield return ("one", "1");
            Assert.Empty(Directory.GetFileSystemEntries(temporary.Of("a")));
        }
    }

    [Fact]
    public void What_a_run_left_that_was_killed_while_it_wrote_is_removed_and_what_another_writes_now_is_not()
    {
        Directory.CreateDirectory(temporary.Of(".staging-now"));
        Directory.CreateDirectory(temporary.Of(".staging-killed", "failures"));
        Directory.SetLastWriteTimeUtc(temporary.Of(".staging-killed"), DateTime.UtcNow.AddHours(-1));
        ReportFolder.Open(temporary.Path, ".").Dispose();
        Assert.Equal(
            [temporary.Of(".staging-now")], Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void What_a_process_left_that_is_no_more_is_removed_by_the_very_next_run()
    {
        var own = Staging.Name();
        var other = own.Replace($"{Environment.ProcessId}-", $"{int.MaxValue}-", StringComparison.Ordinal);
        temporary.Write(own, "");
        temporary.Write(other, "");
        OutputFile.Write(temporary.Of("page.html"), "page.html", "it");
        Assert.Equal(
            [own, "page.html"], Directory.GetFileSystemEntries(temporary.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void If_one_file_cannot_be_made_none_is_written()
    {
        using (var folder = ReportFolder.Open(temporary.Of("a"), "a"))
        {
            Assert.Throws<InvalidOperationException>(() => folder.Commit(Broken()));
        }

        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void A_place_that_is_taken_by_a_folder_is_explained()
    {
        Directory.CreateDirectory(temporary.Of("a", "results.json", "x"));
        using var folder = ReportFolder.Open(temporary.Of("a"), "a");
        var exception = Assert.Throws<BadInputException>(() => folder.Commit([("results.json", "{}")]));
        Assert.StartsWith("The folder a cannot be written to: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_files_of_the_folder_stay()
    {
        temporary.Write("notes.txt", "mine");
        using (var folder = ReportFolder.Open(temporary.Path, "."))
        {
            folder.Commit([("results.json", "{}")]);
        }

        Assert.Equal(
            ["notes.txt", "results.json"],
            Directory.GetFileSystemEntries(temporary.Path).Select(Path.GetFileName).Order());
    }

    public void Dispose() => temporary.Dispose();

    private static IEnumerable<(string Name, string Content)> Broken()
    {
        yield return ("one", "1");
        throw new InvalidOperationException("the second cannot be made");
    }
}
