namespace LangSon.Poverty.Households;

/// <summary>How numbers are written in a file.</summary>
public enum NumberFormat
{
    /// <summary>1234.5: a decimal point, no thousands separator.</summary>
    Invariant,

    /// <summary>1.234,5: a decimal comma, dots between thousands.</summary>
    Vietnamese,
}

/// <summary>Where a canonical column comes from in a file of the user's own.</summary>
/// <param name="Header">The header in the file; matched after NFC, trim, collapsed spaces and case folding.</param>
/// <param name="Values">The file's words and what they mean (file's word → canonical value); empty: no translation.</param>
/// <param name="Scale">The file's numbers times this are in the canonical unit; 1 where they already are.</param>
public sealed record ColumnSource(string Header, IReadOnlyDictionary<string, string> Values, decimal Scale = 1)
{
    /// <summary>A column that is only named otherwise.</summary>
    public ColumnSource(string header) : this(header, new Dictionary<string, string>()) { }
}
