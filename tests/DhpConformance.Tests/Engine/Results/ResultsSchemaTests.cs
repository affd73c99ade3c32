using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Tests.Engine.Runs;
using DhpConformance.Tests.Hosting.Protocol;
using DhpConformance.Tests.Properties;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Engine.Results;

/// <summary>What is written is what <c>specs/results.schema.json</c> says.</summary>
public sealed class ResultsSchemaTests
{
    [Theory]
    [InlineData("accepts-larger-spare")]
    [InlineData("capabilities-of-the-first-partition")]
    public void Results_with_failures_fit_the_schema(string mutant) =>
        Assert.True(Schema.OfResults().Accepts(Written(MutantCatalog.All.Single(one => one.Name == mutant).Create)));

    [Fact]
    public void Results_of_a_broken_server_fit_the_schema() =>
        Assert.True(Schema.OfResults().Accepts(Written(() => new BrokenServer { Seen = _ => null! })));

    [Theory]
    [InlineData("accepts-larger-spare")]
    [InlineData("capabilities-of-the-first-partition")]
    public void The_text_of_a_file_is_what_the_serializer_writes(string mutant) =>
        WrittenAlike(Results(MutantCatalog.All.Single(one => one.Name == mutant).Create));

    [Fact]
    public void The_text_of_any_file_is_what_the_serializer_writes() =>
        Assert.All(Files.Results.Generator.Sample(50), WrittenAlike);

    [Theory]
    [InlineData("schema")]
    [InlineData("settings")]
    [InlineData("footer")]
    public void Results_that_miss_something_do_not_fit(string member)
    {
        var results = Written(() => new ReferenceServer()).AsObject();
        results.Remove(member);
        Assert.False(Schema.OfResults().Accepts(results));
    }

    [Fact]
    public void The_footer_is_the_last_member() =>
        Assert.Equal("footer", Written(() => new ReferenceServer()).AsObject().Last().Key);

    [Fact]
    public void What_is_written_can_be_read()
    {
        var json = Written(MutantCatalog.All[0].Create).ToJsonString();
        var results = JsonSerializer.Deserialize(json, ResultsJson.Default.RunResults)!;
        Assert.Equal(json, JsonNode.Parse(Json(results))!.ToJsonString());
    }

    private static void WrittenAlike(RunResults results) => Assert.Equal(Json(results), ResultsJson.Text(results));

    private static JsonNode Written(Func<IPartitionableServer> create) => JsonNode.Parse(Json(Results(create)))!;

    private static RunResults Results(Func<IPartitionableServer> create) =>
        ConformanceSuite.Run(create, new() { Profiles = SelfTestProfiles.All, Cases = 50 });

    private static string Json(RunResults results) => JsonSerializer.Serialize(results, ResultsJson.Default.RunResults);
}
