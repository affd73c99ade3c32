using DhpConformance.Adapters.Qemu;
using DhpConformance.Hosting;

const int BadArguments = 5;
try
{
    PipeServer.Run(new QemuServer(AdapterArguments.Parse(args)));
    return 0;
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine(problem.Message);
    return BadArguments;
}
