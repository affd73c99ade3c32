using DhpConformance.Engine;
using DhpConformance.Engine.Histories;
using DhpConformance.Tests.Properties;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Engine.Histories;

/// <summary>Files with a history of several clients.</summary>
public sealed class HistoryFileProperties : CodecProperties<History>, IControlled
{
    private static readonly Codec<History> Real = new(
        Write: HistoryWriter.Text,
        Read: HistoryReader.Parse,
        Refuses: exception => exception is UnusableFileException);

    public HistoryFileProperties()
        : base(Real)
    {
    }

    internal HistoryFileProperties(Codec<History> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Files.Histories.Generator.Sample(1).Single(),
        history => history with { Header = history.Header with { Implementation = "" } },
        codec => new HistoryFileProperties(codec));
}
