using System.CommandLine;

namespace DhpConformance.Cli.Commands.Campaign;

/// <summary>
/// <c>dhp campaign</c>, as the help lists it. What stands behind it, its options and its help among that, is for the
/// program of another package, so that nobody else has to carry the engine that distributes work.
/// </summary>
internal static class CampaignCommand
{
    public const string Name = "campaign";

    public static Command Make() => new(
        Name,
        "Runs the cases of a run on one machine or many, goes on after it was killed, and gives the same results. It "
        + "is in a package of its own: dotnet tool install --global DhpConformance.Campaigns.");
}
