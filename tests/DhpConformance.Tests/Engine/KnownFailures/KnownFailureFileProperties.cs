using System.Text.Json;
using DhpConformance.Engine;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Engine.KnownFailures;

/// <summary>Files with known failures.</summary>
public sealed class KnownFailureFileProperties : CodecProperties<KnownFailureList>, IControlled
{
    private static readonly Codec<KnownFailureList> Real = new(
        Write: value => "{\"knownFailures\":"
            + JsonSerializer.Serialize(value.All, ResultsJson.Default.ImmutableArrayKnownFailure) + "}",
        Read: KnownFailureList.Parse,
        Refuses: exception => exception is UnusableFileException);

    public KnownFailureFileProperties()
        : base(Real)
    {
    }

    internal KnownFailureFileProperties(Codec<KnownFailureList> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        KnownFailureList.None,
        list => new([.. list.All.Select(known => known with { Observed = null })]),
        codec => new KnownFailureFileProperties(codec));
}
