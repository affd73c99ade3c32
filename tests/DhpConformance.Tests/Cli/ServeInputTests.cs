namespace DhpConformance.Tests.Cli;

/// <summary>Only what comes with the tool is served; that it is served well is told elsewhere.</summary>
public sealed class ServeInputTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("command:python3 dhp_adapter.py")]
    [InlineData("command:x")]
    [InlineData("assembly:x.dll")]
    [InlineData("elsewhere")]
    public void A_server_that_is_not_built_in_is_refused(string source) => dhp.Run("serve", "--implementation", source)
        .AssertError(5, $"\"{source}\" is no built-in server; write reference, mutant:NAME or variant:NAME.");

    [Fact]
    public void A_mutant_that_there_is_not_is_explained() =>
        dhp.Run("serve", "--implementation", "mutant:nobody").AssertError(5, "There is no mutant \"nobody\"");

    public void Dispose() => dhp.Dispose();
}
