using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>A message that is not the answer to what was asked.</summary>
internal static class AnswerFault
{
    public static AdapterFault Invalid(PendingRequest asked, string because) => new(
        HostingFault.InvalidMessage,
        $"The adapter answered {asked} with a message that is not valid: {Sentence.Of(because)} Compare it with "
            + $"what `dhp specs protocol/{asked.Method.Name()}.result.schema.json` prints.");

    public static AdapterFault WrongId(PendingRequest asked, string id) => new(
        HostingFault.WrongId,
        $"The adapter answered a request with the id {id}, when {asked} was to be answered. Answer each request once, "
            + "with its own id and in order.");

    public static AdapterFault UnsolicitedMessage(PendingRequest asked, string method) => new(
        HostingFault.UnsolicitedMessage,
        $"The adapter sent {method} unasked, when {asked} was to be answered. An adapter only answers; its "
            + "notifications are part of the next observation.");

    public static AdapterFault InvalidClaims(string problem) =>
        new(HostingFault.InvalidClaims, $"The adapter cannot be used: {problem}");

    public static AdapterFault WrongVersion(string speaks) => new(
        HostingFault.WrongVersion,
        $"The adapter speaks protocol version {speaks}, and this suite speaks "
            + $"{string.Join(" and ", ProtocolVersion.Supported)}. Choose one "
            + "of 'protocolVersions' in the answer to 'initialize', or update whichever of the two is older.");

    public static AdapterFault Error(PendingRequest asked, AdapterError error, ReadOnlySpan<byte> request)
    {
        var unknown = error.Code.EffectUnknown();
        if (error.Code == ErrorCode.UnsupportedVersion)
        {
            return WrongVersion(error.Data is null ? "unknown" : $"as in {error.Data}");
        }

        return error.Code switch
        {
            ErrorCode.BackendLost or ErrorCode.DeadlineExceeded => Backend(asked, error),
            ErrorCode.Unavailable when asked.Method == Method.Initialize => new(
                HostingFault.BackendMissing, $"The adapter cannot reach its backend: {Sentence.Of(error.Words)}"),
            ErrorCode.Unavailable => new(
                HostingFault.Reported,
                $"The adapter cannot reach its backend: {error} at {asked}. Nothing was changed; do what it says, "
                    + "and run again.",
                unknown),
            var code when code.BlamesSuite() => new(
                HostingFault.RequestDisputed,
                $"The adapter says that {asked} is not a request it can take: {error}. The suite sent "
                    + $"«{Excerpt.Of(request)}». If this agrees with "
                    + $"`dhp specs protocol/{asked.Method.Name()}.request.schema.json` and with the adapter's limits, "
                    + "correct the adapter; if not, the suite is at fault: please report it.",
                unknown),
            _ => new(
                HostingFault.Reported,
                $"The adapter reports that it could not carry out {asked}: {error}. {Effect(unknown)} An error "
                    + "says that the adapter is broken; a request that the rules forbid is answered with a refusal.",
                unknown),
        };
    }

    // Behind an adapter that works stands what is tested: that it ended or hung is a finding, as it is in process.
    private static AdapterFault Backend(PendingRequest asked, AdapterError error) => new(
        error.Code == ErrorCode.BackendLost ? HostingFault.BackendLost : HostingFault.BackendSilent,
        $"What the adapter drives {(error.Code == ErrorCode.BackendLost ? "ended" : "did not answer in time")} during "
            + $"{asked}: {error}. {Effect(unknown: true)} Do again what led there, and see what it logs.",
        true);

    private static string Effect(bool unknown) =>
        unknown ? "Whether it took effect is unknown." : "It says that nothing was changed.";
}
