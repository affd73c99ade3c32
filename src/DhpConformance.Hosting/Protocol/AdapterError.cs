namespace DhpConformance.Hosting.Protocol;

/// <summary>What an adapter answers instead of a result.</summary>
/// <param name="Code">Why.</param>
/// <param name="Message">In the adapter's words.</param>
/// <param name="Data">Whatever it adds, as it was received; null if nothing.</param>
internal sealed record AdapterError(ErrorCode Code, string Message, string? Data)
{
    private const int LongestMessage = 2000;

    private static readonly ObjectShape Shape = new(["code", "message"], "data");

    public static AdapterError Read(ReadOnlySpan<byte> json)
    {
        Span<Range> parts = stackalloc Range[3];
        Shape.Read(json, parts);
        var number = JsonValue.Integer(json[parts[0]], "code");
        var code = (ErrorCode)number;
        if (number != (long)code || !Enum.IsDefined(code))
        {
            throw new ProtocolException($"the error code {number} is unknown");
        }

        var data = json[parts[2]];
        return new AdapterError(
            code, JsonValue.Text(json[parts[1]], "message"), data.IsEmpty ? null : Excerpt.Of(data));
    }

    /// <summary>The message as people are shown it: its end says what to do, so only what is endless is cut.</summary>
    public string Words => Excerpt.Of(Message, LongestMessage);

    public override string ToString() => $"error {(int)Code}, \"{Words}\"{(Data is null ? "" : $" {Data}")}";
}
