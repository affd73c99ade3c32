using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Names of calls and events, as they stand on the wire.</summary>
public static class CallNames
{
    /// <summary>The name of a call, such as <c>query-memory</c>.</summary>
    public static string Of(SystemCall call) => JsonNamingPolicy.KebabCaseLower.ConvertName(call.GetType().Name);

    /// <summary>The name of an event, such as <c>query-stop</c>.</summary>
    public static string Of(ConsumerEvent happening) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(happening.GetType().Name)[..^"-event".Length];
}
