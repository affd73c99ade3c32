using System.Text;
using System.Text.Json.Nodes;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Transports;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting.Adapters;

/// <summary>A sample answers what is not a request with an error, as its schema has it, and goes on.</summary>
public sealed class SampleAdapterErrorTests
{
    private static readonly (string Line, ErrorCode Code)[] Mistakes =
    [
        ("{", ErrorCode.ParseError),
        ("hello", ErrorCode.ParseError),
        ("", ErrorCode.ParseError),
        ("{\0}", ErrorCode.ParseError),
        ("{}\0", ErrorCode.ParseError),
        (new string('[', 100_000), ErrorCode.ParseError),
        ("""{"jsonrpc":"2.0","jsonrpc":"2.0"}""", ErrorCode.ParseError),
        ("[]", ErrorCode.InvalidRequest),
        ("""{"jsonrpc":"2.0","method":"observe","params":{"deadlineMs":1}}""", ErrorCode.InvalidRequest),
        ("""{"jsonrpc":"2.0","id":9,"method":"oserve","params":{"deadlineMs":1}}""", ErrorCode.MethodNotFound),
        ("""{"jsonrpc":"2.0","id":9,"method":"observe","params":{}}""", ErrorCode.InvalidParams),
        ("""{"jsonrpc":"2.0","id":9,"method":"observe","params":{"deadlineMs":1,"x":1}}""", ErrorCode.InvalidParams),
        (Apply("""{"operation":"hot-ad","partition":0,"unit":1}"""), ErrorCode.InvalidParams),
        (Apply("""{"operation":"hot-add","partition":0}"""), ErrorCode.InvalidParams),
        (Apply("""{"operation":"hot-add","partition":0,"unit":"1"}"""), ErrorCode.InvalidParams),
        (Apply("""{"operation":"hot-add","partition":0,"unit":1.5}"""), ErrorCode.InvalidParams),
        (Apply("""{"operation":"switch-unit-power","unit":1,"power":"out"}"""), ErrorCode.InvalidParams),
        ("""{"jsonrpc":"2.0","id":9,"method":"reset","params":{"deadlineMs":1,"setup":{}}}""", ErrorCode.InvalidParams),
        (Apply("""{"operation":"settle"}"""), ErrorCode.OutOfTurn),
    ];

    [NeedsCommandFact("python3")]
    public void Python_survives_mistakes() => SurvivesMistakes(SampleAdapters.Python);

    [NeedsCommandFact("cc")]
    public void C_survives_mistakes() => SurvivesMistakes(SampleAdapters.C);

    private static string Apply(string operation) =>
        $$$"""{"jsonrpc":"2.0","id":9,"method":"apply","params":{"deadlineMs":1,"operation":{{{operation}}}}}""";

    private static void SurvivesMistakes(string command)
    {
        using var adapter = AdapterProcess.Start(CommandLine.Parse(command));
        using var writer = new RequestWriter();
        var lines = new LineReader(adapter.Wire);

        var early = Ask(adapter, lines, Encoding.UTF8.GetString(writer.Reset(1, 1, Setups.Small).Span));
        Assert.Equal((int)ErrorCode.OutOfTurn, (int)early["error"]!["code"]!);
        Ask(adapter, lines, Encoding.UTF8.GetString(writer.Initialize(1, 1).Span));
        Ask(adapter, lines, Encoding.UTF8.GetString(writer.Reset(2, 1, Setups.Small).Span));
        foreach (var (line, code) in Mistakes)
        {
            var answer = Ask(adapter, lines, line + "\n");
            var answered = (int?)answer["error"]?["code"];
            Assert.True(answered == (int)code, $"{Excerpt.Of(line)} is answered with {answer.ToJsonString()}");
            Assert.True(Schema.Of("error").Accepts(answer), answer.ToJsonString());
        }

        var end = Ask(adapter, lines, Encoding.UTF8.GetString(writer.Plain(3, 1, Method.Shutdown).Span));
        Assert.True(Schema.Of("shutdown.result").Accepts(end));
        Assert.Empty(adapter.End(TestAdapter.Ample));
    }

    private static JsonNode Ask(AdapterProcess adapter, LineReader lines, string line)
    {
        Assert.True(adapter.Wire.Write(Encoding.UTF8.GetBytes(line), Deadline.In(TestAdapter.Ample)));
        Assert.Equal(LineResult.Line, lines.Read(Deadline.In(TestAdapter.Ample), out var answer));
        return JsonNode.Parse(answer)!;
    }
}
