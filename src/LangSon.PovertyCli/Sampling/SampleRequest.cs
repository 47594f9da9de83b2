namespace LangSon.PovertyCli.Sampling;

/// <summary>Which households a generated file holds.</summary>
internal enum SampleForm
{
    /// <summary>Every resident household.</summary>
    Census,

    /// <summary>The households of the yearly review, with a register.</summary>
    Reviewed,

    /// <summary>Poor and near-poor households, with a register.</summary>
    PoorList,
}

/// <summary>What a generated file is.</summary>
internal enum SampleFileKind
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>An Excel workbook of one sheet.</summary>
    Xlsx,
}

/// <summary>What was asked for.</summary>
/// <param name="Households">Households of the years until growth sets in.</param>
/// <param name="Years">The years, ascending, each with the kind of its file.</param>
/// <param name="Seed">What chance begins with.</param>
/// <param name="Form">Which households.</param>
internal sealed record SampleRequest(int Households, IReadOnlyList<(int Year, SampleFileKind Kind)> Years, ulong Seed, SampleForm Form)
{
    /// <summary>The word of the command line for a form.</summary>
    public static string Word(SampleForm form) => form switch
    {
        SampleForm.Census => "census",
        SampleForm.Reviewed => "reviewed",
        SampleForm.PoorList => "poor-list",
    };

    /// <summary>The word of the command line, and the ending of the file, for a kind.</summary>
    public static string Word(SampleFileKind kind) => kind switch
    {
        SampleFileKind.Csv => "csv",
        SampleFileKind.Xlsx => "xlsx",
    };
}
