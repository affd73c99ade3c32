using DhpConformance.Abstractions;
using DhpConformance.Engine;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Scopes;

public sealed class ScopeFileTests
{
    private const string Sound =
        """
        {
          "name": "two-of-each",
          "servers": [ "dynamic" ],
          "partitions": [ { "processorLimit": 4, "memoryLimit": 8589934592 } ],
          "units": [
            { "kind": "processor", "type": "cpu-a", "capacity": 1, "partition": 0 },
            { "kind": "io-host-bridge", "type": "bridge", "capacity": 0, "partition": null }
          ],
          "requests": [ "start-partition", "hot-add" ]
        }
        """;

    [Fact]
    public void A_sound_scope_is_read_and_asks_for_what_it_lists_with_one_unknown_unit_and_partition()
    {
        var scope = ScopeFile.Parse(Sound).For(ProfileCatalog.All[0], Partitionability.Dynamic);
        Assert.Equal(("two-of-each", 2), (scope.Name, scope.Setup.Units.Length));
        Assert.Equal(new UnitId(0), Assert.Single(scope.Setup.Partitions[0].Units));
        Assert.Equal(2, scope.Requests.Count(request => request is StartPartition));
        Assert.Equal(6, scope.Requests.Count(request => request is HotAdd));
        Assert.Equal(8, scope.Requests.Length);
    }

    [Theory]
    [InlineData("\"name\"", "name", "line 2, column 3: it is not JSON; correct it there.")]
    [InlineData("\"name\"", "\"title\"", "the scope has an unknown member \"title\"; it has \"name\", \"servers\"")]
    [InlineData("\"name\": \"two-of-each\",", "", "the scope misses \"name\"; it needs \"name\", \"servers\"")]
    [InlineData("two-of-each", "Two", "\"name\" of the scope is \"Two\"; write lower case words")]
    [InlineData("[ \"dynamic\" ]", "[]", "\"servers\" of the scope lists 0; list 1 to 2.")]
    [InlineData("\"dynamic\"", "\"magic\"", "a server is \"magic\", which is unknown; known are: ")]
    [InlineData("\"dynamic\"", "\"dynamic\", \"dynamic\"", "the scope lists something twice")]
    [InlineData("8589934592", "0", "\"memoryLimit\" of a partition must be a whole number, 1 or more; it is 0.")]
    [InlineData("4,", "1.5,", "\"processorLimit\" of a partition must be a whole number, 1 or more; it is 1.5.")]
    [InlineData("\"partition\": 0", "\"partition\": 1",
        "\"partition\" of a unit must be a place from 0 to 0, or null for none; it is 1.")]
    [InlineData("\"capacity\": 0", "\"capacity\": 1", "\"capacity\" of a unit is 1; a bridge has 0, any other")]
    [InlineData("\"capacity\": 1", "\"capacity\": 0", "\"capacity\" of a unit is 0; a bridge has 0, any other")]
    [InlineData("\"capacity\": 1", "\"capacity\": 1, \"capacity\": 1", "an object in it has the same member twice")]
    [InlineData("cpu-a", "cpu\\ud800", "\"cpu\\ud800\" has half of a pair of surrogates; correct it.")]
    [InlineData("\"hot-add\"", "\"hot-ad\"", "a request is \"hot-ad\", which is unknown; known are: assign-unit")]
    [InlineData("\"hot-add\"", "\"submit-io\"", "a scope has no consumers, so it asks for nothing about them.")]
    public void What_is_wrong_is_said_in_a_sentence(string old, string other, string sentence)
    {
        var json = Sound.Replace(old, other, StringComparison.Ordinal);
        var exception = Assert.Throws<UnusableFileException>(() => ScopeFile.Parse(json));
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_with_more_units_than_anybody_could_explore_is_refused()
    {
        const string Unit = "{ \"kind\": \"processor\", \"type\": \"cpu-a\", \"capacity\": 1, \"partition\": 0 },";
        var json = Sound.Replace("\"units\": [", "\"units\": [" + string.Concat(Enumerable.Repeat(Unit, 63)));
        Assert.Contains(
            "\"units\" of the scope lists 65; list 1 to 64.",
            Assert.Throws<UnusableFileException>(() => ScopeFile.Parse(json)).Message,
            StringComparison.Ordinal);
    }
}
