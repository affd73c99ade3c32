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
    PipeServer.Run(new QemuServer(options));
    return 0;
}
catch (ArgumentException problem)
{
    // Whoever started it by hand is told; the suite asks, and tells who started that.
    var server = new MisusedServer(problem.Message);
    if (Console.IsInputRedirected)
    {
        PipeServer.Run(server);
    }

    if (!server.HasTold)
    {
        Console.Error.WriteLine(problem.Message);
    }

    return BadArguments;
}
