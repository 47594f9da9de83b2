using LangSon.Poverty.Comparison;

namespace LangSon.PovertyCli.Reporting.Results;

/// <summary>Why households came or left otherwise than by their standard of living, as outputs write it.</summary>
internal static class PassageWords
{
    /// <summary>The word for scripts.</summary>
    public static string Word(Passage passage) => passage switch
    {
        Passage.None => "none",
        Passage.Moved => "moved",
        Passage.Split => "split",
        Passage.Merged => "merged",
        Passage.Died => "died",
        Passage.Other => "other",
        Passage.Elsewhere => "elsewhere",
        Passage.Size => "size",
        Passage.Unresolved => "unresolved",
        Passage.Unlisted => "unlisted",
        Passage.NotStated => "not_stated",
    };
}
