using DhpConformance.Adapters.Qemu;
using DhpConformance.Adapters.Qemu.Machines;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.QemuTests;

/// <summary>A test that needs a QEMU. Where there is none it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QemuFactAttribute : FactAttribute
{
    public QemuFactAttribute(QemuMachine machine)
    {
        var model = MachineModel.Of(machine);
        Skip = ProgramPath.Find(model.Program) is null
            ? $"{model.Program} is not installed: apt-get install --no-install-recommends {model.Package}"
            : null;
    }
}
