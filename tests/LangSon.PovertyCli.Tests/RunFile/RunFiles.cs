using System.CommandLine;
using LangSon.Poverty.Findings;
using LangSon.Poverty.Tables;
using LangSon.Poverty.Text;
using LangSon.PovertyCli.Commands;
using LangSon.PovertyCli.RunFile;

namespace LangSon.PovertyCli.Tests.RunFile;

/// <summary>Resolves command lines in a folder, as a command would.</summary>
internal static class RunFiles
{
    /// <summary>The names that the tests' run files may use.</summary>
    public static readonly RunContext Context = new(
        new HashSet<string> { "household_id", "commune_code", "head_name", "head_birth_year", "citizen_id", "income_per_capita", "settlement" },
        new HashSet<string> { "PV2007", "PV8005" },
        new HashSet<string> { "utf-8", "windows-1258", "tcvn3" },
        file => new SimpleCsv(file),
        file => File.ReadAllText(file.Path) is { Length: > 0 } ids ? ids.Split(' ') : null);

    /// <summary>What <c>poverty run ARGUMENTS</c> is to do.</summary>
    public static Resolution Run(TemporaryFolder folder, params string[] arguments) => Resolve(folder, command => RunOptions.AddTo(command), arguments).Resolution;

    /// <summary>What <c>poverty validate ARGUMENTS</c> is to do.</summary>
    public static Resolution Validate(TemporaryFolder folder, params string[] arguments) =>
        Resolve(folder, command => RunOptions.AddTo(command, takesFiles: true), arguments).Resolution;

    /// <summary>What <c>poverty explain ARGUMENTS</c> is to do, the household and the rounds that it names.</summary>
    public static (Resolution Resolution, string? Household, string Rounds) Look(TemporaryFolder folder, params string[] arguments)
    {
        var (resolution, parse) = Resolve(folder, RunOptions.AddToLook, arguments);
        return (resolution, RunOptions.HouseholdId(parse, folder.Path), string.Join(' ', RunOptions.RoundsLookedAt(parse)));
    }

    /// <summary>What a run file of that text in that folder is to do.</summary>
    public static Resolution Read(TemporaryFolder folder, string json, params string[] arguments)
    {
        folder.Write("poverty.json", json);
        return Run(folder, ["poverty.json", .. arguments]);
    }

    /// <summary>The faults of that text as printed.</summary>
    public static string[] Faults(TemporaryFolder folder, string json) => [.. Read(folder, json).Faults.Lines(Language.English)];

    private static (Resolution Resolution, ParseResult Parse) Resolve(TemporaryFolder folder, Action<Command> addOptions, string[] arguments)
    {
        var command = new Command("job");
        addOptions(command);
        command.SetAction(_ => 0);
        var parse = Root.Build(command).Parse(["job", .. arguments]);
        Assert.Empty(parse.Errors);
        return (RunOptions.Resolve(parse, Context, folder.Path), parse);
    }

    /// <summary>Comma-separated text without quotes.</summary>
    private sealed class SimpleCsv(InputFile file) : RowSource
    {
        private readonly string[] _lines = System.IO.File.Exists(file.Path)
            ? System.IO.File.ReadAllLines(file.Path)
            : throw new FileRefusedException(new Finding("PV1001", new Place(file.Name)));
        private string[] _fields = [];
        private int _line;

        public override string File => file.Name;
        public override int FieldCount => _fields.Length;
        public override ReadOnlySpan<byte> this[int column] => System.Text.Encoding.UTF8.GetBytes(_fields[column]);
        public override ReadOnlySpan<byte> RowBytes => System.Text.Encoding.UTF8.GetBytes(_lines[_line - 1]);
        public override long Line => _line;

        public override bool Read()
        {
            if (_line == _lines.Length) return false;
            _fields = _lines[_line++].Split(',');
            return true;
        }

        protected override void Dispose(bool disposing) { }
    }
}
