namespace LangSon.Poverty.Standards;

/// <summary>The class of a household (phân loại hộ).</summary>
public enum PovertyClass : byte
{
    /// <summary>An unknown answer could still change the class (chưa xác định).</summary>
    Undetermined,

    /// <summary>Poor (hộ nghèo).</summary>
    Poor,

    /// <summary>Near-poor (hộ cận nghèo).</summary>
    NearPoor,

    /// <summary>Average living standard (hộ có mức sống trung bình).</summary>
    Average,

    /// <summary>Above the average band, or above the line where a standard has no band (hộ không nghèo).</summary>
    NonPoor,
}
