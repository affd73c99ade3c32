using DhpConformance.Adapters.Qemu;
using DhpConformance.Adapters.Qemu.Machines;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.QemuTests;

/// <summary>A test that needs a QEMU and something to boot. Without them it is skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GuestFactAttribute : FactAttribute
{
    public GuestFactAttribute()
    {
        var model = MachineModel.Of(QemuMachine.Q35);
        Skip = ProgramPath.Find(model.Program) is null ? $"{model.Program} is not installed"
            : !File.Exists(Path.Combine(AdapterFiles.Guest, "initrd.img"))
                ? "there is no operating system to boot: .ci/guest .artifacts/guest"
            : null;
    }
}
