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
        var list = new ExampleCommand("list", "Every kind of finding by code / Các mã phát hiện",
            "poverty findings list",
            "poverty findings list --format json");
        list.SetAction(parse => parse.Print(FindingTables.Catalogue(FindingCatalogue.BuiltIn)));
        return new Command("findings", "The catalogue of data-quality checks / Danh mục kiểm tra số liệu") { list };
    }
}
