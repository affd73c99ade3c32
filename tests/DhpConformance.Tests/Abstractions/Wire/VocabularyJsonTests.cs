using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Abstractions.Wire;

public sealed class VocabularyJsonTests
{
    private const string Unit = """{"id":1,"owner":null,"power":"on"}""";

    [Theory]
    [InlineData("{}", "a missing outcome is not completed")]
    [InlineData("""{"outcome":"Completed"}""", "names are in lower case")]
    [InlineData("""{"outcome":" completed "}""", "names have no white space")]
    [InlineData("""{"outcome":0}""", "names are not numbers")]
    [InlineData("""{"outcome":"completed","outcome":"completed"}""", "given twice")]
    [InlineData("""{"outcome":"completed","reason":"in-use"}""", "unknown member")]
    public void Outcomes_are_read_strictly(string json, string why) =>
        Assert.True(IsRejected(() => JsonSerializer.Deserialize(json, VocabularyJson.Default.Outcome)), why);

    [Theory]
    [InlineData("""{"poweredOn":true,"units":[],"partitions":[]}""", "a list that is missing is not empty")]
    [InlineData("""{"poweredOn":true,"units":null,"partitions":[],"notifications":[]}""", "null is not a list")]
    [InlineData(
        """{"poweredOn":true,"units":[{"id":1,"power":"on"}],"partitions":[],"notifications":[]}""",
        "an owner that is missing is not none")]
    public void Observations_are_read_strictly(string json, string why) =>
        Assert.True(IsRejected(() => JsonSerializer.Deserialize(json, VocabularyJson.Default.Observation)), why);

    [Fact]
    public void What_is_complete_is_read() => Assert.Equal(
        new UnitObservation(new UnitId(1), null, UnitPower.On),
        JsonSerializer.Deserialize(
            $$"""{"poweredOn":true,"units":[{{Unit}}],"partitions":[],"notifications":[]}""",
            VocabularyJson.Default.Observation)!.Units.Single());

    private static bool IsRejected(Action read) => Record.Exception(read) is JsonException;
}
