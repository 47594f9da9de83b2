namespace LangSon.PovertyCli.Reporting.Tables;

/// <summary>How results are printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For spreadsheets.</summary>
    Csv,

    /// <summary>For scripts.</summary>
    Json,
}
