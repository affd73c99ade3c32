using DhpConformance.Adapters.Libvirt;
using DhpConformance.Adapters.Qemu;

return AdapterProgram.Run(
    args, AdapterArguments.Help, arguments => new LibvirtServer(AdapterArguments.Parse(arguments)));
