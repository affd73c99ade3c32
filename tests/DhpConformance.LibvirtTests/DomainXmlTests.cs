using System.Xml;
using System.Xml.Linq;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using FsCheck;
using FsCheck.Xunit;

namespace DhpConformance.LibvirtTests;

/// <summary>The XML that libvirt is given, and the XML that it shows.</summary>
public sealed class DomainXmlTests
{
    private static readonly DomainCapacity Capacity = new(
        Processors: 2, SpareSlots: 0, MemoryModules: 1, MemoryBytes: 1L << 30);

    [Fact]
    public void A_domain_looks_like_this() => Assert.Equal(
        """
        <domain type="qemu">
          <name>dhp-1-1-p0</name>
          <metadata>
            <dhp:partition xmlns:dhp="urn:dhp-conformance:partition" owner="host/1/2" />
          </metadata>
          <memory unit="KiB">524288</memory>
          <maxMemory slots="1" unit="KiB">1310720</maxMemory>
          <vcpu current="2">3</vcpu>
          <vcpus>
            <vcpu id="0" enabled="yes" hotpluggable="no" />
            <vcpu id="1" enabled="no" hotpluggable="yes" />
            <vcpu id="2" enabled="yes" hotpluggable="yes" />
          </vcpus>
          <os>
            <type arch="ppc64" machine="pseries">hvm</type>
          </os>
          <features>
            <ccf-assist state="off" />
            <cfpc value="broken" />
            <sbbc value="broken" />
            <ibs value="broken" />
          </features>
          <devices>
            <emulator>/opt/qemu</emulator>
            <controller type="usb" model="none" />
            <memballoon model="none" />
            <memory model="dimm">
              <target>
                <size unit="KiB">262144</size>
              </target>
              <alias name="ua-u7" />
            </memory>
          </devices>
        </domain>
        """,
        DomainXml.Domain(
            "dhp-1-1-p0", "host/1/2", Capacity, [2],
            [Servers.Unit(7, UnitKind.MemoryModule, Servers.Module)], "/opt/qemu").ToString());

    [Property]
    public void What_is_written_is_read(PositiveInt places, NonNegativeInt spare, ushort enabled, byte[] modules)
    {
        var capacity = new DomainCapacity(places.Get % 12, spare.Get % 5, 16, 64L << 30);
        int[] processors = [.. Enumerable.Range(1, capacity.Processors).Where(number => (enabled >> number & 1) == 1)];
        PartitionUnit[] units =
        [
            .. modules.Distinct().Take(16)
                .Select(id => Servers.Unit(id, UnitKind.MemoryModule, (1 + id % 4) * Servers.Module)),
        ];
        var xml = DomainXml.Domain("dhp-1-1-p0", "host/1/2", capacity, processors, units, emulator: null);
        var view = Assert.Single(DomainView.ReadAll(xml.ToString()));
        Assert.Equal(("dhp-1-1-p0", false), (view.Name, view.IsActive));
        Assert.True(view.Processors.SequenceEqual(processors));
        Assert.Equal(1 + processors.Length, view.ActiveProcessors);
        Assert.Equal(1 + capacity.Processors + capacity.SpareSlots, view.MaximumProcessors);
        Assert.True(view.Modules.SequenceEqual(units.Select(unit => unit.Id)));
        Assert.Equal(DomainXml.BootMemory + units.Sum(unit => unit.Capacity), view.MemoryBytes);
        Assert.Equal("host/1/2", DomainMark.OwnerOf(view.Xml));

        // Another capacity keeps everything else, and the start of a partition has no modules.
        var wider = Read(DomainXml.WithCapacity(xml, capacity with { Processors = 16 }, processors));
        Assert.Equal((view.MemoryBytes, 17 + capacity.SpareSlots), (wider.MemoryBytes, wider.MaximumProcessors));
        Assert.True(view.Processors.SequenceEqual(wider.Processors));
        Assert.True(view.Modules.SequenceEqual(wider.Modules));
        var bare = Read(DomainXml.WithoutModules(xml, capacity, processors));
        Assert.Equal((DomainXml.BootMemory, 0), (bare.MemoryBytes, bare.Modules.Length));
        Assert.Equal("host/1/2", DomainMark.OwnerOf(bare.Xml));
    }

    // As libvirt 9.0.0 shows a live domain, shortened.
    [Fact]
    public void A_live_domain_is_read()
    {
        var views = DomainView.ReadAll(
            """
            <domain type='qemu' id='7'>
              <name>dhp-1-1-p1</name>
              <memory unit='KiB'>524288</memory>
              <vcpu placement='static' current='2'>4</vcpu>
              <vcpus>
                <vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>
                <vcpu id='1' enabled='no' hotpluggable='yes'/>
                <vcpu id='3' enabled='yes' hotpluggable='yes' order='2'/>
              </vcpus>
              <devices>
                <memory model='dimm'>
                  <target><size unit='KiB'>262144</size></target>
                  <alias name='ua-u2'/>
                  <address type='dimm' slot='0' base='0x40000000'/>
                </memory>
                <memory model='dimm'><alias name='dimm1'/></memory>
              </devices>
            </domain>

            <domain type='qemu'><name>other</name><memory unit='KiB'>1</memory><vcpu>1</vcpu></domain>
            """).ToList();
        Assert.Equal(["dhp-1-1-p1", "other"], views.Select(view => view.Name));
        Assert.Equal([true, false], views.Select(view => view.IsActive));
        Assert.Equal(3, Assert.Single(views[0].Processors));
        Assert.True(views[0].Modules.SequenceEqual([new UnitId(2), new UnitId(-1)]));
        Assert.Null(DomainMark.OwnerOf(views[1].Xml));
    }

    [Theory]
    [InlineData("<domain><vcpu>1</vcpu><memory unit='KiB'>1</memory></domain>", "has no element 'name'")]
    [InlineData("<domain><name>n</name><memory unit='KiB'>1</memory></domain>", "has no element 'vcpu'")]
    [InlineData("<domain><name>n</name><vcpu>1</vcpu><memory unit='MB'>1</memory></domain>", "is not in KiB")]
    public void A_domain_that_lacks_something_is_named(string shown, string problem) => Assert.Contains(
        problem,
        Assert.Throws<FormatException>(() => DomainView.ReadAll(shown).ToList()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_is_no_xml_is_noticed() =>
        Assert.Throws<XmlException>(() => DomainView.ReadAll("error: no such domain <").ToList());

    [Theory]
    [InlineData("<partition owner=\"host/1/2\"/>", "host/1/2")]
    [InlineData("<partition/>", null)]
    [InlineData("<other owner=\"host/1/2\"/>", null)]
    [InlineData("no metadata", null)]
    public void The_mark_is_read_and_nothing_else_is_one(string metadata, string? owner) =>
        Assert.Equal(owner, DomainMark.OwnerIn(metadata));

    [Theory]
    [InlineData("ua-u7", 7)]
    [InlineData("ua-u", -1)]
    [InlineData("ua-u7x", -1)]
    [InlineData("dimm0", -1)]
    [InlineData(null, -1)]
    public void An_alias_is_that_of_a_unit_or_of_none(string? alias, int unit) =>
        Assert.Equal(new UnitId(unit), UnitAlias.Parse(alias));

    [Fact]
    public void An_owner_has_ended_only_if_it_was_here_and_another_process_or_none_has_its_number()
    {
        var current = DomainOwner.Current.Split('/');
        Assert.False(DomainOwner.HasEnded(DomainOwner.Current));
        Assert.True(DomainOwner.HasEnded($"{current[0]}/{current[1]}/1"));
        Assert.False(DomainOwner.HasEnded($"another-{current[0]}/{current[1]}/1"));
        Assert.False(DomainOwner.HasEnded("anything"));
    }

    private static DomainView Read(XElement domain) => Assert.Single(DomainView.ReadAll(domain.ToString()));
}
