using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Commands;

/// <summary><c>poverty findings list</c>: every check of data quality, its severity and its effect.</summary>
internal static class FindingsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var list = new Command("list", "Every kind of finding by code");
        list.SetAction(parse => parse.Print(FindingTables.Catalogue(FindingCatalogue.BuiltIn)));
        return new Command("findings", "The catalogue of data-quality checks") { list };
    }
}
