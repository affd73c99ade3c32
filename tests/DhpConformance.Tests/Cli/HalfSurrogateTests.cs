using System.Text;
using DhpConformance.Hosting;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// Half of a pair of surrogates, in a name or a value, is a mistake of whoever wrote it, and breaks nothing here.
/// </summary>
public sealed class HalfSurrogateTests : IDisposable
{
    private const string Name = """{"\ud800":1}""";

    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("""{"knownFailures":[{"\ud800":1}]}""", "--known-failures")]
    [InlineData("""{"knownFailures":[{"rule":"\ud800","reason":"x","link":"x:y"}]}""", "--known-failures")]
    [InlineData(Name, "--known-failures")]
    [InlineData(Name, "--profile")]
    [InlineData("""{"name":"\ud800"}""", "--profile")]
    [InlineData(Name, "--exhaustive", "--scope")]
    public void Files_are_refused_with_a_sentence(string json, params string[] options)
    {
        dhp.Folder.Write("it.json", json);
        dhp.Run(["run", .. options, "it.json"]).AssertError(5, "has half of a pair of surrogates; correct it.");
    }

    [Theory]
    [InlineData(Name)]
    [InlineData("""{"claims":{"\ud800":true}}""")]
    [InlineData("""{"claims":"\ud800"}""")]
    [InlineData("""{"claims":{},"remarks":[{"rules":["\ud800"],"text":"x"}]}""")]
    public void So_are_claims(string json)
    {
        dhp.Folder.Write("it.json", json);
        dhp.Run("run", "--claims", "it.json").AssertError(5, "The claims file 'it.json' cannot be used: ");
    }

    [Theory]
    [InlineData(Name)]
    [InlineData("""{"out":"\ud800"}""")]
    public void So_are_settings(string json)
    {
        dhp.Folder.Write("dhp.json", json);
        dhp.Run("run").AssertError(5, "dhp.json cannot be used: \"\\ud800\" has half of a pair of surrogates");
    }

    [Theory]
    [InlineData("""{"cases":2,"cases":3}""", "the same member twice, \"cases\"")]
    [InlineData("""{"out":"a","OUT":"b"}""", "the same member twice, \"OUT\"")]
    public void A_setting_that_is_set_twice_is_refused(string json, string why)
    {
        dhp.Folder.Write("dhp.json", json);
        dhp.Run("run").AssertError(5, why);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""", "-32601")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"\ud800":1}""", "-32600")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"\ud800":1}}""", "-32602")]
    public void A_server_answers_with_an_error_and_lives(string request, string code)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"{request}\n{request}\n"));
        PipeServer.Run(new ReferenceServer(), input, output);
        var answers = Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split('\n');
        Assert.Equal(2, answers.Length);
        Assert.All(answers, answer => Assert.Contains($"\"code\":{code}", answer, StringComparison.Ordinal));
    }

    public void Dispose() => dhp.Dispose();
}
