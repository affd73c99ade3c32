using System.Diagnostics;

namespace DhpConformance.PackageTests;

/// <summary>Somebody at a command line in a folder, who has the packages of the feed and nothing else.</summary>
internal sealed class Shell(PackageFeed feed, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Where they are.</summary>
    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    public string Of(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Somebody in a folder below.</summary>
    public Shell In(string below) => new(feed, Of(below));

    /// <summary>Changes a file, and makes sure that it changes.</summary>
    public void Edit(string file, string from, string to)
    {
        var text = File.ReadAllText(Of(file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Of(file), text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Runs a command that has to succeed, and returns what it wrote.</summary>
    public string Run(string command, params string[] arguments)
    {
        var (code, output) = Try(command, arguments);
        Assert.True(code == 0, $"{command} {string.Join(' ', arguments)}: exit code {code}\n{output}");
        return output;
    }

    /// <summary>Runs a command, and returns its exit code and what it wrote.</summary>
    public (int Code, string Output) Try(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        feed.Prepare(start.Environment);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} {string.Join(' ', arguments)} did not end within {Patience}.");
        }

        return (process.ExitCode, output.Result + error.Result);
    }
}
