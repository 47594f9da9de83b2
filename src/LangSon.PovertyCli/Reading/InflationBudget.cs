namespace LangSon.PovertyCli.Reading;

/// <summary>Counts what comes out of the decompressors of one file and refuses it when it is too much (PV1040).</summary>
internal sealed class InflationBudget(string file, SafetyLimits limits)
{
    private long _total;

    /// <summary>Takes bytes that came out of a part.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="part">The bytes of that part so far, these included.</param>
    /// <param name="packed">How many bytes of the file the part takes so far.</param>
    /// <param name="most">The most a part may have.</param>
    public void Take(int bytes, long part, long packed, long most)
    {
        _total += bytes;
        if (_total > limits.TotalBytes) throw Refusal.Expands(file, SafetyLimits.Words(limits.TotalBytes));
        if (part > most) throw Refusal.Expands(file, SafetyLimits.Words(most));
        if (part > limits.RatioFrom && part / limits.Ratio > packed) throw Refusal.Expands(file, new($"{limits.Ratio} lần dung lượng của nó", $"{limits.Ratio} times its size"));
    }
}
