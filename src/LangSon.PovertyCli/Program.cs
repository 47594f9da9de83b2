using System.CommandLine;
using LangSon.PovertyCli.Commands;

var root = new RootCommand("Poverty rates from household surveys")
{
    CommonOptions.Lang,
    CommonOptions.Format,
    StandardsCommand.Create(),
    AreasCommand.Create(),
    FindingsCommand.Create(),
    SampleCommand.Create(),
};
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
