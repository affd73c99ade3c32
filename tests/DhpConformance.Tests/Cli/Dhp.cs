using DhpConformance.Cli;

namespace DhpConformance.Tests.Cli;

/// <summary>The tool, run in this process in a folder of its own.</summary>
internal sealed class Dhp : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    /// <summary>What the names of its environment variables begin with; of no effect on other tests.</summary>
    public string VariablePrefix { get; } = $"DHPTEST{Guid.NewGuid():N}_";

    /// <summary>What happens instead of the tool running itself once more.</summary>
    public Func<IReadOnlyList<string>, int> RunItself { get; set; } =
        _ => throw new InvalidOperationException("No test runs the tool in a process of its own.");

    public Answer Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    public Answer Run(CancellationToken interrupted, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Tool.Run(arguments, new ToolEnvironment
        {
            Output = output,
            Error = error,
            WorkingDirectory = Folder.Path,
            VariablePrefix = VariablePrefix,
            Interrupted = interrupted,
            RunItself = RunItself,
        });
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Folder.Dispose();

    internal sealed record Answer(int Code, string Output, string Error)
    {
        /// <summary>Makes sure that it is one sentence with this in it, and this exit code.</summary>
        public void AssertError(int code, string sentence)
        {
            Assert.Contains(sentence, Error, StringComparison.Ordinal);
            Assert.Single(Error.TrimEnd().Split('\n'));
            Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
            Assert.Equal(code, Code);
        }
    }
}
