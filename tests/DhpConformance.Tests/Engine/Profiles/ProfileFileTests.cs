using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Tests.Engine.Profiles;

public sealed class ProfileFileTests
{
    private const string Sound =
        """
        {
          "name": "acme",
          "architecture": "riscv",
          "capabilities": [ { "operation": "replace", "kind": "memory-module" } ],
          "behaviours": [ "fixed-pools" ],
          "processorLimit": 64
        }
        """;

    [Fact]
    public void A_sound_profile_is_read_and_may_support_replace_without_add()
    {
        var profile = ProfileFile.Parse(Sound);
        Assert.Equal(("acme", "riscv", 64), (profile.Name, profile.Architecture, profile.ProcessorLimit));
        Assert.True(profile.Supports(HotOperation.Replace, UnitKind.MemoryModule));
        Assert.True(profile.Promises(Behaviour.FixedPools));
    }

    [Theory]
    [InlineData("\"behaviours\"", "behaviours\"", "line 5, column 3: it is not JSON; correct it there.")]
    [InlineData("\"name\": \"acme\",", "", "the profile misses \"name\"; it needs \"name\", \"architecture\"")]
    [InlineData("\"name\"", "\"nmae\"", "the profile has an unknown member \"nmae\"; it has \"name\"")]
    [InlineData("\"acme\"", "\"Acme OS\"", "write lower case words and numbers joined by hyphens, 100")]
    [InlineData("\"acme\"", "\"windows-2000\"", "which is built in; give it another name.")]
    [InlineData("\"acme\"", "7", "\"name\" of the profile must be text, and not empty.")]
    [InlineData("\"memory-module\"", "\"disk\"",
        "\"kind\" of a capability is \"disk\", which is unknown; known are: processor, memory-module, io-host-bridge.")]
    [InlineData("\"replace\"", "\"swap\"",
        "\"operation\" of a capability is \"swap\", which is unknown; known are: add, replace, remove.")]
    [InlineData("\"fixed-pools\"", "\"magic\"", "a behaviour is \"magic\", which is unknown; known are: fixed-pools")]
    [InlineData("64", "0", "\"processorLimit\" of the profile must be a whole number, 1 or more; it is 0.")]
    [InlineData("64", "\"64\"", "\"processorLimit\" of the profile must be a whole number")]
    [InlineData("64", "65", "without the behaviour \"processor-groups\" it is 64 at most")]
    [InlineData("[ \"fixed-pools\" ]", "{}", "\"behaviours\" of the profile must be a list; write [] for none.")]
    [InlineData("\"memory-module\" }",
        "\"memory-module\" }, { \"operation\": \"replace\", \"kind\": \"memory-module\" }",
        "\"capabilities\" of the profile lists something twice; list it once.")]
    [InlineData("{ \"operation\": \"replace\", \"kind\": \"memory-module\" }", "\"replace\"",
        "a capability is not an object")]
    public void What_is_wrong_is_said_in_a_sentence(string old, string other, string sentence)
    {
        var json = Sound.Replace(old, other, StringComparison.Ordinal);
        var exception = Assert.Throws<UnusableFileException>(() => ProfileFile.Parse(json));
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_is_what_the_vocabulary_reads() =>
        Assert.Equal(
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize(Sound, VocabularyJson.Default.Profile), VocabularyJson.Default.Profile),
            JsonSerializer.Serialize(ProfileFile.Parse(Sound), VocabularyJson.Default.Profile));
}
