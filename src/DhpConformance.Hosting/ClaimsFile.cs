using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting;

/// <summary>
/// What an implementation claims, written down where people review it: a JSON object with the member
/// <c>claims</c>, in which every claim is true or false. It has to agree with what the implementation says of itself.
/// The member <c>traits</c>, which may be left out, has what it does otherwise by design. The member
/// <c>remarks</c>, which may be left out, has remarks on rules for whoever reads the report.
/// </summary>
/// <remarks>Schema: <c>specs/protocol/claims-file.schema.json</c>. Comments and a <c>$schema</c> are allowed.</remarks>
public sealed class ClaimsFile
{
    private static readonly ObjectShape Shape = new(["claims"], "traits", "remarks", "$schema");

    private ClaimsFile(string path, Claims claims, ImmutableArray<RuleNotes> remarks)
    {
        Path = path;
        Claims = claims;
        Notes = remarks;
    }

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>What it claims.</summary>
    public Claims Claims { get; }

    /// <summary>Remarks on rules, in the order of the file. Whether there are such rules is not known here.</summary>
    public ImmutableArray<RuleNotes> Notes { get; }

    /// <summary>Reads a claims file.</summary>
    /// <exception cref="HostingException">It is not there, or <see cref="Parse"/> throws.</exception>
    public static ClaimsFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HostingException(
                HostingFault.NotFound,
                $"The claims file '{path}' cannot be read: {Sentence.Of(problem.Message)} Give the path of a file "
                    + "with every claim in it.",
                innerException: problem);
        }
    }

    /// <summary>Reads what stands in a claims file.</summary>
    /// <param name="text">Its content.</param>
    /// <param name="path">Where it was read from, for messages.</param>
    /// <exception cref="HostingException">
    /// It is not JSON, has a claim that is unset, unknown, given twice or neither true nor false, or a
    /// remark that names no rule, has no text, or names a rule that has one already; or traits that cannot be declared
    /// with these claims. The message names it.
    /// </exception>
    public static ClaimsFile Parse(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var json = string.IsNullOrWhiteSpace(text)
                ? throw new ProtocolException("it is empty")
                : WithoutComments(text);
            Span<Range> parts = stackalloc Range[4];
            Shape.Read(json, parts);
            var claims = ClaimsJson.Read(json.AsSpan(parts[0]));
            return new ClaimsFile(
                path, Declared(claims, json.AsSpan(parts[1]), path), ReadNotes(json.AsSpan(parts[2])));
        }
        catch (Exception problem) when (problem is JsonException or ProtocolException or InvalidOperationException)
        {
            throw new HostingException(
                HostingFault.InvalidClaims,
                $"The claims file '{path}' cannot be used: {Sentence.Of(Words(problem))} Give every claim once, as "
                    + "true or false, and a rule no remark or one; what it looks like is what "
                    + "`dhp specs protocol/claims-file.schema.json` prints.",
                innerException: problem);
        }
    }

    /// <summary>Makes sure that the implementation says the same of itself.</summary>
    /// <exception cref="HostingException">It does not. The message names the claims that differ.</exception>
    public void Check(ImplementationDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (ClaimsDifference.Describe(Claims, description.Claims, "in the file", "by the implementation") is { } words)
        {
            throw new HostingException(
                HostingFault.ClaimsDiffer,
                $"'{description.Name}' and the claims file '{Path}' do not agree; {words}. Correct whichever is "
                    + "wrong: what is claimed is judged, and what is not is only probed for a clean refusal.");
        }
    }

    private static Claims Declared(Claims claims, ReadOnlySpan<byte> json, string path)
    {
        var declared = TraitsJson.Read(claims, json, out var problem);
        return problem is null ? declared : throw new HostingException(
            HostingFault.InvalidClaims, $"The claims file '{path}' cannot be used: {problem}");
    }

    private static string Words(Exception problem) => problem switch
    {
        JsonException json => NotJson.From(json),
        ProtocolException => problem.Message,
        _ => "a text or a name in it has half of a pair of surrogates.",
    };

    private static ImmutableArray<RuleNotes> ReadNotes(ReadOnlySpan<byte> json) =>
        json.IsEmpty ? [] : RuleNotesJson.Read(json);

    /// <summary>
    /// The same text, byte for byte as far as values go, but for comments and commas before a closing bracket.
    /// </summary>
    private static byte[] WithoutComments(string text)
    {
        var options = new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        };
        using var document = JsonDocument.Parse(text, options);
        using var plain = new MemoryStream();
        using (var json = new Utf8JsonWriter(plain))
        {
            // Members given twice stay: a document is a list of members, not a dictionary.
            document.WriteTo(json);
        }

        return plain.ToArray();
    }
}
