namespace DhpConformance.Adapters.Qemu;

/// <summary>The machines of QEMU that can be partitions.</summary>
public enum QemuMachine
{
    /// <summary>POWER: processors, memory modules and I/O host bridges, added and removed.</summary>
    Pseries,

    /// <summary>x86: processors and memory modules, added only; no I/O host bridge can be.</summary>
    Q35,
}
