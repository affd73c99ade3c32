using DhpConformance.Adapters.Qemu;

return AdapterProgram.Run(
    args, AdapterArguments.Help, arguments => new QemuServer(AdapterArguments.Parse(arguments)));
