namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// Why a request has no result. A refusal is a result: these are for the channel and the adapter alone. Own codes
/// are positive, because JSON-RPC reserves the negative ones.
/// </summary>
internal enum ErrorCode
{
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    OutOfTurn = 1,
    UnsupportedVersion = 2,
    OutsideLimits = 3,
    Unavailable = 4,
    DeadlineExceeded = 5,
    BackendLost = 6,
    ResetFailed = 7,
}

internal static class ErrorCodes
{
    /// <summary>Whether the request may have taken effect all the same.</summary>
    public static bool EffectUnknown(this ErrorCode code) =>
        code is ErrorCode.InternalError or ErrorCode.DeadlineExceeded or ErrorCode.BackendLost
            or ErrorCode.ResetFailed;

    /// <summary>Whether it says that the suite sent something it should not have.</summary>
    public static bool BlamesSuite(this ErrorCode code) =>
        code is ErrorCode.ParseError or ErrorCode.InvalidRequest or ErrorCode.MethodNotFound
            or ErrorCode.InvalidParams or ErrorCode.OutOfTurn or ErrorCode.OutsideLimits;
}
