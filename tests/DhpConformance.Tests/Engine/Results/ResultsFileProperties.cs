using System.Text.Json;
using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Reading;
using DhpConformance.Tests.Properties;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Engine.Results;

/// <summary>Files with the results of a run.</summary>
public sealed class ResultsFileProperties : CodecProperties<RunResults>, IControlled
{
    private static readonly Codec<RunResults> Real = new(
        Write: value => JsonSerializer.Serialize(value, ResultsJson.Default.RunResults),
        Read: ResultsReader.Parse,
        Refuses: exception => exception is UnusableFileException);

    public ResultsFileProperties()
        : base(Real)
    {
    }

    internal ResultsFileProperties(Codec<RunResults> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Files.Results.Generator.Sample(1).Single(),
        run => run with { Times = run.Times with { Threads = 0 } },
        codec => new ResultsFileProperties(codec));
}
