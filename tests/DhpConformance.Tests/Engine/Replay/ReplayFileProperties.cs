using DhpConformance.Engine;
using DhpConformance.Engine.Replay;
using DhpConformance.Tests.Properties;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Engine.Replay;

/// <summary>Replay files.</summary>
public sealed class ReplayFileProperties : CodecProperties<ReplayFile>, IControlled
{
    private static readonly Codec<ReplayFile> Real = new(
        Write: value =>
        {
            using var writer = new StringWriter();
            ReplayWriter.Write(value, writer);
            return writer.ToString();
        },
        Read: ReplayReader.Parse,
        Refuses: exception => exception is UnusableFileException);

    public ReplayFileProperties()
        : base(Real)
    {
    }

    internal ReplayFileProperties(Codec<ReplayFile> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Files.Replays.Generator.Sample(1).Single(),
        replay => replay with { Header = replay.Header with { Seed = 0 } },
        codec => new ReplayFileProperties(codec));
}
