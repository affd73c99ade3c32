using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting;

/// <summary>Traits in a claims file and in a handshake. What is wrong is one sentence with cause and remedy.</summary>
public sealed class TraitInputTests
{
    [Fact]
    public void A_claims_file_without_traits_declares_none() =>
        Assert.Equal(Traits.None, ClaimsFile.Parse(File(null), "claims.json").Claims.Traits);

    [Fact]
    public void Traits_of_a_claims_file_are_read()
    {
        var claims = ClaimsFile.Parse(
            File("""{"memory-in-blocks":4096,"removal-may-be-declined":true}"""), "claims.json").Claims;
        Assert.Equal("removal-may-be-declined, memory-in-blocks 4096", claims.Traits.ToString());
    }

    [Fact]
    public void False_is_the_same_as_left_out() => Assert.Equal(
        Traits.None, ClaimsFile.Parse(File("""{"removal-may-be-declined":false}"""), "claims.json").Claims.Traits);

    [Theory]
    [InlineData("""{"memory-in-block":1}""", "The trait \"memory-in-block\" is unknown; known are: ")]
    [InlineData(
        """{"memory-in-blocks":0}""", "The trait \"memory-in-blocks\" has the value 0; give a whole number from 1 to ")]
    [InlineData("""{"memory-in-blocks":true}""", "The trait \"memory-in-blocks\" needs a value; give a whole number.")]
    [InlineData(
        """{"removal-may-be-declined":7}""",
        "The trait \"removal-may-be-declined\" has no value; declare it as true, or leave it out.")]
    [InlineData(
        """{"memory-in-blocks":1,"memory-in-blocks":2}""",
        "The trait \"memory-in-blocks\" is given twice; give it once.")]
    [InlineData("[]", "Expected an object of traits.")]
    public void What_is_wrong_is_said_in_one_sentence(string traits, string sentence)
    {
        var problem = Assert.Throws<HostingException>(() => ClaimsFile.Parse(File(traits), "claims.json"));
        Assert.Equal(HostingFault.InvalidClaims, problem.Kind);
        Assert.StartsWith(
            "The claims file 'claims.json' cannot be used: " + sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trait_without_the_claim_that_it_needs_is_named()
    {
        var problem = Assert.Throws<HostingException>(() => ClaimsFile.Parse(
            File("""{"removal-may-be-declined":true}""", without: Claim.HotRemove), "claims.json"));
        Assert.EndsWith(
            "The trait \"removal-may-be-declined\" is declared without the claim \"hot-remove\" that it needs; claim "
            + "it too, or leave the trait out.",
            problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_that_contradict_each_other_are_named()
    {
        var problem = Assert.Throws<HostingException>(() => ClaimsFile.Parse(
            File("""{"hot-changes-end-at-restart":true,"retires-replaced-unit":true}"""), "claims.json"));
        Assert.EndsWith(
            "The traits \"hot-changes-end-at-restart\" and \"retires-replaced-unit\" contradict each other: a unit "
            + "that was replaced would come back and would not; declare one of them.",
            problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_and_an_implementation_that_declare_other_traits_do_not_agree()
    {
        var file = ClaimsFile.Parse(File("""{"memory-in-blocks":4096}"""), "claims.json");
        var problem = Assert.Throws<HostingException>(() => file.Check(new("acme", "1", Claims.All)));
        Assert.Contains(
            "the traits are memory-in-blocks 4096 in the file and none by the implementation",
            problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_handshake_of_version_1_0_declares_none() => Assert.Equal(
        Traits.None, Described("1.0", Claims.All.Without(Claim.ConcurrentRequests)).Claims.Traits);

    [Fact]
    public void Clients_need_version_1_1()
    {
        Assert.True(Described("1.1", Claims.All).Claims.Has(Claim.ConcurrentRequests));
        var problem = Assert.Throws<HostingException>(() => Described("1.0", Claims.All));
        Assert.Contains("which needs protocol version 1.1, and speaks 1.0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handshake_carries_traits()
    {
        var claims = Claims.All.With(Traits.None.With(Trait.MemoryInBlocks, 4096));
        Assert.Equal(claims, Described("1.1", claims).Claims);
    }

    [Fact]
    public void An_adapter_that_declares_what_cannot_be_is_bad_input()
    {
        var claims = Claims.None.With(Traits.None.With(Trait.RemovalMayBeDeclined));
        var problem = Assert.Throws<HostingException>(() => Described("1.1", claims));
        Assert.Equal(HostingFault.InvalidClaims, problem.Kind);
        Assert.StartsWith(
            "The adapter cannot be used: The trait \"removal-may-be-declined\" is declared without",
            problem.Message,
            StringComparison.Ordinal);
    }

    private static ImplementationDescription Described(string version, Claims claims)
    {
        using var writer = new ResponseWriter();
        var line = writer.Handshake(1, version, new("scripted", "1", claims), restartPerReset: false);
        using var server = new RemoteServer(
            () => new ScriptedLink(System.Text.Encoding.UTF8.GetString(line.Span)), new HostingOptions());
        return server.Describe();
    }

    private static string File(string? traits, Claim? without = null)
    {
        var claims = new JsonObject(Enum.GetValues<Claim>().Select(claim => KeyValuePair.Create(
            JsonNamingPolicy.KebabCaseLower.ConvertName($"{claim}"), (JsonNode?)(claim != without))));
        return traits is null ? $$"""{"claims":{{claims}}}""" : $$"""{"claims":{{claims}},"traits":{{traits}}}""";
    }
}
