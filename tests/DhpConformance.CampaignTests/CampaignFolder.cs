using DhpConformance.Campaigns.Commands;
using DhpConformance.Cli;
using DhpConformance.Tests.Cli;

namespace DhpConformance.CampaignTests;

/// <summary>A folder in which commands are run in this process.</summary>
internal sealed class CampaignFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Of(params string[] parts) => folder.Of(parts);

    /// <summary>Runs <c>dhp campaign</c>.</summary>
    public Answer Campaign(params string[] arguments) => Campaign(CancellationToken.None, arguments);

    public Answer Campaign(CancellationToken interrupted, params string[] arguments) =>
        Run(environment => CampaignTool.Run(arguments, environment), interrupted);

    /// <summary>Runs <c>dhp</c>.</summary>
    public Answer Dhp(params string[] arguments) => Run(environment => Tool.Run(arguments, environment), default);

    /// <summary>Results below a folder.</summary>
    public string Results(string name) => File.ReadAllText(Of(name, "results.json"));

    /// <summary>Runs what is given an environment here.</summary>
    public Answer Run(Func<ToolEnvironment, int> run, CancellationToken interrupted = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = run(new ToolEnvironment
        {
            Output = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            WorkingDirectory = folder.Path,
            VariablePrefix = $"DHPTEST{Guid.NewGuid():N}_",
            Interrupted = interrupted,
        });
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => folder.Dispose();

    internal sealed record Answer(int Code, string Output, string Error)
    {
        /// <summary>Makes sure that it is one sentence with this in it, and this exit code.</summary>
        public void AssertError(int code, string sentence)
        {
            Assert.Contains(sentence, Error, StringComparison.Ordinal);
            Assert.Single(Error.TrimEnd().Split('\n'));
            Assert.Equal(code, Code);
        }
    }
}
