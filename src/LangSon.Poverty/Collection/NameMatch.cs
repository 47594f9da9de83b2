using System.Globalization;
using System.Text;
using LangSon.Poverty.Text;

namespace LangSon.Poverty.Collection;

/// <summary>
/// A person's name made ready to be compared with names typed on another day: tone marks, capitals, y for i and the order of
/// the words are what typists vary. For matching only, never for printing.
/// </summary>
public sealed class NameMatch
{
    /// <summary>A name that is the same but for its marks is worth this much of 1,000.</summary>
    private const int OtherMarks = 980;

    /// <summary>A name of the same words in another order is worth this much of 1,000.</summary>
    private const int OtherOrder = 950;

    /// <summary>Names less alike than this, of 1,000, are those of different people: more than one letter in five differs.</summary>
    private const int Least = 800;

    private readonly string _typed;
    private readonly string _plain;
    private readonly string _sorted;

    /// <summary>Prepares a name as typed.</summary>
    public NameMatch(string name)
    {
        _typed = Folding.Key(name);
        _plain = Plain(_typed);
        _sorted = string.Join(' ', _plain.Split(' ').Order(StringComparer.Ordinal));
    }

    /// <summary>Whether there is a name at all.</summary>
    public bool IsEmpty => _plain.Length == 0;

    /// <summary>How alike two names are, of 1,000; 0 where they are those of different people.</summary>
    public int Likeness(NameMatch other)
    {
        if (_typed == other._typed) return 1000;
        if (_plain == other._plain) return OtherMarks;
        var likeness = Math.Max(Alike(_plain, other._plain, OtherMarks), Alike(_sorted, other._sorted, OtherOrder));
        return likeness < Least ? 0 : likeness;
    }

    private static int Alike(string a, string b, int most)
    {
        var longest = Math.Max(a.Length, b.Length);
        var allowed = longest * (1000 - Least) / 1000;
        var distance = Distance(a, b, allowed);
        return distance > allowed ? 0 : most * (longest - distance) / longest;
    }

    /// <summary>Letters to insert, delete, change or swap with the next (Damerau–Levenshtein, adjacent swaps); any number above <paramref name="most"/> where there are more.</summary>
    private static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most) return most + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length];
    }

    private static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var letter in typed.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(letter switch
            {
                'đ' => 'd',
                'y' => 'i',
                _ => letter,
            });
        }
        return plain.ToString();
    }
}
