using System.Text;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Serving;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>
/// Schemas and code agree upon every message: on what is right, and on everything that is wrong in one place.
/// </summary>
public sealed class SchemaTests
{
    [Fact]
    public void Samples_show_every_operation() => Assert.Equal(
        Names(typeof(Operation).Assembly.GetTypes().Where(type => type.BaseType == typeof(Operation))),
        Names(Samples.Operations.Select(operation => operation.GetType())));

    [Fact]
    public void Requests_are_right_by_schema_and_by_code() => AgreeThatRight(Samples.Requests(), AdapterTakes);

    [Fact]
    public void Results_are_right_by_schema_and_by_code() => AgreeThatRight(Samples.Results(), SuiteTakes);

    [Fact]
    public void What_is_wrong_with_a_request_by_schema_is_wrong_by_code() => Agree(Samples.Requests(), AdapterTakes);

    [Fact]
    public void What_is_wrong_with_a_result_by_schema_is_wrong_by_code() => Agree(Samples.Results(), SuiteTakes);

    [Fact]
    public void Errors_are_right_by_schema()
    {
        using var writer = new ResponseWriter();
        foreach (var code in Enum.GetValues<ErrorCode>())
        {
            var line = Encoding.UTF8.GetString(writer.Error(null, code, "it's \"broken\"").Span);
            Assert.True(Schema.Of("error").Accepts(JsonNode.Parse(line)), line);
        }
    }

    [Theory]
    [InlineData("The JSON value could not be converted to System.Int32.")]
    [InlineData("The JSON property 'a' could not be mapped to any .NET member contained in type 'Outcome'.")]
    public void Words_of_the_serializer_are_noticed(string message) =>
        Assert.ThrowsAny<Exception>(() => IsInOurWords(message));

    // Whoever wrote an adapter has seen no type of ours, and no member of it.
    private static void IsInOurWords(string message) => Assert.All(
        ["System.", "DhpConformance.", ".NET", "JSON property", "JSON value", "type '", "deserializ", "LineNumber"],
        words => Assert.DoesNotContain(words, message, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types.Select(type => type.Name).Order(StringComparer.Ordinal);

    private static void AgreeThatRight(
        IEnumerable<(string Schema, string Line)> samples, Func<string, string, bool> takes)
    {
        foreach (var (schema, line) in samples)
        {
            Assert.True(Schema.Of(schema).Accepts(JsonNode.Parse(line)), $"{schema} rejects {line}");
            Assert.True(takes(schema, line), $"the code rejects {line}");
        }
    }

    private static void Agree(IEnumerable<(string Schema, string Line)> samples, Func<string, string, bool> takes)
    {
        foreach (var (schema, sample) in samples)
        {
            foreach (var line in Mutations.Of(sample))
            {
                var bySchema = Schema.Of(schema).Accepts(JsonNode.Parse(line));
                Assert.True(bySchema == takes(schema, line), $"{schema} says {bySchema}, the code does not: {line}");
            }
        }
    }

    /// <summary>Whether an adapter in .NET takes this request, or says that it is not one.</summary>
    private static bool AdapterTakes(string schema, string line)
    {
        using var session = new AdapterSession(
            new GuardedServer(new WellBehavedServer()), restartPerReset: false, new OpenSessions());
        if (schema != "initialize.request")
        {
            using var writer = new RequestWriter();
            session.Answer(writer.Initialize(1, 1).Span);
            session.Answer(writer.Reset(2, 1, Setups.Small).Span);
        }

        var answer = JsonNode.Parse(session.Answer(Encoding.UTF8.GetBytes(line)).Span)!;
        IsInOurWords((string?)answer["error"]?["message"] ?? "");

        // A session that nobody has opened is a request like any other.
        return answer["error"] is not { } error || !((ErrorCode)(int)error["code"]!).BlamesSuite()
            || (schema == "join.request" && (int)error["code"]! == (int)ErrorCode.OutOfTurn);
    }

    /// <summary>Whether the suite takes this for an answer.</summary>
    private static bool SuiteTakes(string schema, string line)
    {
        using var conversation = new AdapterClient(new ScriptedLink(line + "\n"), new HostingOptions());
        try
        {
            _ = schema switch
            {
                "initialize.result" => conversation.Initialize(),
                "reset.result" => conversation.Reset(Setups.Small),
                "join.result" => conversation.Join(Samples.Session, 1),
                "apply.result" => conversation.Apply(new Settle()),
                _ => (object)conversation.Observe(),
            };
            return true;
        }
        catch (HostingException problem)
        {
            IsInOurWords(problem.Message);
            return false;
        }
    }
}
