namespace LangSon.Poverty.Survey;

/// <summary>An answer that is yes or no; blank is unknown and never "no".</summary>
public enum Answer : byte
{
    /// <summary>Not answered.</summary>
    Unknown,

    /// <summary>Yes (có).</summary>
    Yes,

    /// <summary>No (không).</summary>
    No,
}
