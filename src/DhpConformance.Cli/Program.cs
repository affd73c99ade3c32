using DhpConformance.Cli;

using var interruption = new Interruption();
return Tool.Run(args, ToolEnvironment.OfProcess(interruption.Token, interruption.Abandoned));
