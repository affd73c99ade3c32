using DhpConformance.Cli;

namespace DhpConformance.CampaignTests;

/// <summary><c>dhp campaign</c> runs the program of another package.</summary>
public sealed class OtherPackageTests : IDisposable
{
    private readonly CampaignFolder folder = new();

    [Fact]
    public void It_gets_all_that_stands_behind_the_name_and_decides_the_exit_code()
    {
        string[]? given = null;
        var answer = folder.Run(environment => Tool.Run(
            ["campaign", "status", "--help", "--seed", "2"],
            environment with { RunCampaign = arguments => (given = [.. arguments]).Length }));
        Assert.Equal(["status", "--help", "--seed", "2"], given!);
        Assert.Equal(4, answer.Code);
    }

    [Fact]
    public void Where_it_is_not_installed_one_sentence_says_how_to() => folder
        .Run(environment => Tool.Run(["campaign"], environment with
        {
            RunCampaign = arguments => CampaignProcess.Run(arguments, "dhp-campaign-of-nobody"),
        }))
        .AssertError(5, "run `dotnet tool install --global DhpConformance.Campaigns`");

    [Fact]
    public void What_it_does_not_know_is_refused_by_its_own_name() =>
        folder.Campaign("stauts").AssertError(5, "`dhp campaign --help` shows what there is");

    public void Dispose() => folder.Dispose();
}
