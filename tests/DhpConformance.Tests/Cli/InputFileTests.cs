using System.Runtime.InteropServices;
using System.Text;
using DhpConformance.Cli;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// Every file that the tool opens is regular, of bounded size, text, and read only as long as somebody waits.
/// </summary>
public sealed class InputFileTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("report", "PIPE")]
    [InlineData("compare", "PIPE", "PIPE")]
    [InlineData("merge", "PIPE")]
    [InlineData("check", "PIPE")]
    [InlineData("replay", "PIPE")]
    [InlineData("run", "--profile", "./PIPE")]
    [InlineData("run", "--claims", "PIPE")]
    [InlineData("run", "--known-failures", "PIPE")]
    [InlineData("run", "--exhaustive", "--scope", "./PIPE")]
    public void A_pipe_that_nobody_writes_to_holds_nobody_up(params string[] command)
    {
        Pipe("PIPE");
        dhp.Run(command).AssertError(5, "PIPE is not a regular file (but a pipe or a device)");
    }

    [Fact]
    public void Settings_that_are_a_pipe_hold_nobody_up()
    {
        Pipe("dhp.json");
        dhp.Run("run").AssertError(5, "dhp.json is not a regular file");
    }

    [Fact]
    public void A_device_that_never_ends_is_not_read() =>
        dhp.Run("report", "/dev/zero").AssertError(5, "/dev/zero is not a regular file");

    [Fact]
    public void A_file_that_is_too_large_is_not_read_to_its_end()
    {
        using (var file = File.Create(dhp.Folder.Of("large.json")))
        {
            // A hole, so that it takes no room.
            file.SetLength(6L << 30);
        }

        dhp.Run("report", "large.json").AssertError(5, "large.json has more than 64 MiB");
    }

    [Theory]
    [InlineData("report", ".")]
    [InlineData("replay", ".")]
    [InlineData("run", "--profile", "./")]
    [InlineData("run", "--claims", ".")]
    [InlineData("run", "--known-failures", ".")]
    public void A_folder_in_place_of_a_file_is_named_as_one(params string[] command) =>
        dhp.Run(command).AssertError(5, "is a folder; name the file in it.");

    [Fact]
    public void Bytes_that_are_no_text_are_not_taken_for_some()
    {
        File.WriteAllBytes(dhp.Folder.Of("bytes.json"), [0x7B, 0xFF, 0x7D]);
        dhp.Run("report", "bytes.json").AssertError(5, "bytes.json is not text in UTF-8; save it as that");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_no_part_of_the_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        const string Text = "{ \"ö\": 1 }";
        File.WriteAllBytes(dhp.Folder.Of("it.json"), [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        Assert.Equal(Text, InputFile.Read(Here(), "it.json"));
    }

    [Fact]
    public void A_path_that_no_file_can_have_is_explained()
    {
        dhp.Folder.Write("dhp.json", """{ "profile": ["a\u0000/b"] }""");
        dhp.Run("run").AssertError(5, "A path has a NUL in it; correct it.");
    }

    [Fact]
    public void The_first_interruption_ends_reading()
    {
        dhp.Folder.Write("it.json", "{}");
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        dhp.Run(interrupted.Token, "report", "it.json").AssertError(20, "Interrupted before it was done");
    }

    public void Dispose() => dhp.Dispose();

    private ToolEnvironment Here() => new()
    {
        Output = TextWriter.Null,
        Error = TextWriter.Null,
        WorkingDirectory = dhp.Folder.Path,
    };

    private void Pipe(string name) => Assert.Equal(0, MakePipe(dhp.Folder.Of(name), Convert.ToUInt32("600", 8)));

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
