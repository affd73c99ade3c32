using DhpConformance.Engine.Results;

namespace DhpConformance.Cli;

/// <summary>What the tool tells its caller; the only place where these numbers stand.</summary>
internal enum ExitCode
{
    /// <summary>Every rule that was judged is kept.</summary>
    Pass = 0,

    /// <summary>A rule is broken.</summary>
    Fail = 2,

    /// <summary>An argument, a setting or a file makes no sense.</summary>
    BadInput = 5,

    /// <summary>Nothing would have been run.</summary>
    NoCases = 8,

    /// <summary>Nothing is broken, but not everything could be judged.</summary>
    Inconclusive = 20,

    /// <summary>The implementation, the way to it or the suite broke.</summary>
    Error = 21,
}

internal static class ExitCodes
{
    /// <summary>The exit code of a run with this as its worst verdict.</summary>
    /// <param name="worst">The verdict.</param>
    /// <param name="isWritten">Whether its files are where they belong; a run whose are not is no pass.</param>
    public static ExitCode Of(Verdict worst, bool isWritten) => Of(worst) is var code
        && !isWritten && code is ExitCode.Pass or ExitCode.Inconclusive
            ? ExitCode.BadInput
            : code;

    /// <summary>The exit code of a run with this as its worst verdict.</summary>
    public static ExitCode Of(Verdict worst) => worst switch
    {
        Verdict.Fail => ExitCode.Fail,
        Verdict.Error => ExitCode.Error,
        Verdict.Inconclusive => ExitCode.Inconclusive,
        _ => ExitCode.Pass,
    };
}
