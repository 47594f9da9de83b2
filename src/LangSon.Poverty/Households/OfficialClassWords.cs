using LangSon.Poverty.Text;

namespace LangSon.Poverty.Households;

/// <summary>How it is written which class is the official one.</summary>
public static class OfficialClassWords
{
    /// <summary>The word of run files and machine-readable outputs.</summary>
    public static string Word(this OfficialClass official) => official switch
    {
        OfficialClass.Computed => "computed",
        OfficialClass.Recognised => "recognised",
        OfficialClass.Scores => "scores",
    };

    /// <summary>What decides, in a few words.</summary>
    public static Phrase Phrase(this OfficialClass official) => official switch
    {
        OfficialClass.Computed => new("kết quả tính từ phiếu theo chuẩn", "the class computed from the forms by the standard"),
        OfficialClass.Recognised => new("kết quả công nhận của xã", "the class that the commune recognised"),
        OfficialClass.Scores => new("tổng điểm các phiếu B1, B2", "the class by the totals of forms B1 and B2"),
    };
}
