using DhpConformance.Adapters.Libvirt;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Hosting;

const int BadArguments = 5;
if (args.Contains("--help"))
{
    Console.WriteLine(AdapterArguments.Help);
    return 0;
}

try
{
    var options = AdapterArguments.Parse(args);
    PipeServer.Run(new LibvirtServer(options));
    return 0;
}
catch (ArgumentException problem)
{
    // A person who started the adapter reads the message here; the suite gets it as an answer and reports it.
    var server = new InvalidOptionsServer(problem.Message);
    if (Console.IsInputRedirected)
    {
        PipeServer.Run(server);
    }

    if (!server.HasReported)
    {
        Console.Error.WriteLine(problem.Message);
    }

    return BadArguments;
}
