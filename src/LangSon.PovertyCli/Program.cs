using System.CommandLine;
using LangSon.PovertyCli.Commands;

var root = new RootCommand("Poverty rates from household surveys") { CommonOptions.Lang, CommonOptions.Format, SampleCommand.Create() };
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
