using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>
/// Names the hot operations that are claimed and that no profile of the run supports: a server may do with them what
/// it likes, and passes.
/// </summary>
internal sealed class UnexercisedClaims(IAnsiConsole console, RunResults results)
{
    private static readonly ImmutableArray<(Claim Claim, HotOperation Operation, UnitKind? Kind)> Cells =
    [
        (Claim.HotAddProcessor, HotOperation.Add, UnitKind.Processor),
        (Claim.HotAddMemoryModule, HotOperation.Add, UnitKind.MemoryModule),
        (Claim.HotAddIoHostBridge, HotOperation.Add, UnitKind.IoHostBridge),
        (Claim.HotReplace, HotOperation.Replace, null),
        (Claim.HotRemove, HotOperation.Remove, null),
    ];

    public void Write()
    {
        var idle = Cells
            .Where(cell => results.Implementation.Claims.Contains(cell.Claim)
                && !results.Profiles.Any(profile => Applicability.Supports(profile.Profile, cell.Operation, cell.Kind)))
            .Select(cell => Words.Of(cell.Claim))
            .ToList();
        if (results.Profiles.Length > 0 && idle.Count > 0)
        {
            console.Line(
                "Not exercised, since no selected profile supports it: "
                + $"{string.Join(", ", idle)}. `dhp profiles` shows one that does.",
                Color.Yellow);
        }
    }
}
