using DhpConformance.Cli;

using var interruption = new Interruption();
return Tool.Run(args, Surroundings.OfProcess(interruption.Token, interruption.Abandoned));
