using DhpConformance.Campaigns.Commands;
using DhpConformance.Cli;

using var interruption = new Interruption();
return CampaignTool.Run(args, ToolEnvironment.OfProcess(interruption.Token, interruption.Abandoned));
