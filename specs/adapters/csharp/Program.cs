// The whole adapter: the protocol on standard input and output, with the server behind it.
DhpConformance.Hosting.PipeServer.Run(new Acme.MyServer());
