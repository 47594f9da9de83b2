using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LangSon.PovertyCli.Sampling;

/// <summary>What lies beside the household files so that <c>poverty run</c> works at once.</summary>
internal static class SampleDocuments
{
    // The columns of the plan's targets; no text with a comma stands before them.
    private const int Value = 6, Year = 7, BaseYear = 8;

    private static readonly string[] Plan = Encoding.UTF8.GetString(Resource.Bytes("sampling/targets-2023.csv")).Split('\n');

    /// <summary>Whether the plan's targets can be judged with these years.</summary>
    public static bool HasTargets(SampleRequest request)
    {
        var cells = Plan[1].Split(',', BaseYear + 2);
        return new[] { cells[Year], cells[BaseYear] }.All(wanted =>
            request.Years.Any(item => item.Year.ToString(CultureInfo.InvariantCulture) == wanted));
    }

    /// <summary>The plan's targets; a value in percent of households becomes a number of households.</summary>
    public static byte[] Targets(int households)
    {
        return Encoding.UTF8.GetBytes(string.Join('\n', Plan.Select(line =>
        {
            var cells = line.Split(',', Value + 2);
            if (cells.Length <= Value || !cells[Value].EndsWith('%')) return line;
            var percent = decimal.Parse(cells[Value][..^1], CultureInfo.InvariantCulture);
            cells[Value] = decimal.Floor(households * percent / 100).ToString(CultureInfo.InvariantCulture);
            return string.Join(',', cells);
        })));
    }

    /// <summary>The run file.</summary>
    public static byte[] RunFile(SampleRequest request, ProvinceModel model, DateOnly firstList)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteString("title", $"Dữ liệu mẫu {string.Join(", ", request.Years.Select(item => item.Year))} (được tạo bằng máy)");
            json.WriteString("province", model.Province);
            // Before the first list of communes the households are laid out on that list, which does not hold on those days.
            json.WriteString("areas", request.Years.Any(item => SampleRound.DayOf(item.Year) < firstList) ? "data" : "built-in");
            json.WriteStartArray("rounds");
            foreach (var (year, kind) in request.Years)
            {
                json.WriteStartObject();
                json.WriteString("id", year.ToString(CultureInfo.InvariantCulture));
                json.WriteNumber("year", year);
                json.WriteString("date", SampleRound.DayOf(year).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (request.Form != SampleForm.Census)
                {
                    json.WriteString("coverage", SampleRequest.Word(request.Form));
                    json.WriteString("register", RegisterFile(year));
                }
                json.WriteStartArray("households");
                json.WriteStringValue(HouseholdFile(year, kind));
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (HasTargets(request)) json.WriteString("targets", "targets.csv");
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>What the folder is and how to make it again, in Vietnamese, then English.</summary>
    public static byte[] Readme(SampleRequest request, string name)
    {
        var years = string.Join(", ", request.Years.Select(item => item.Year));
        var kinds = request.Years.Select(item => SampleRequest.Word(item.Kind)).ToList();
        var asked = $"poverty sample --households {request.Households} --years {string.Join(',', request.Years.Select(item => item.Year))}"
            + $" --seed {request.Seed} --form {SampleRequest.Word(request.Form)} --as {string.Join(',', kinds.Distinct().Count() == 1 ? kinds.Take(1) : kinds)} --out {name}";
        var (vi, en) = request.Form switch
        {
            SampleForm.Census => ("Mỗi năm một tệp hộ, đủ mọi hộ trong tỉnh.", "One household file a year, with every household of the province."),
            SampleForm.Reviewed => (
                "Mỗi năm một danh sách hộ được rà soát (hộ nghèo, cận nghèo năm nay hoặc năm trước, hộ đề nghị rà soát, hộ nghèo và cận nghèo đã rời đi) và một sổ tổng số hộ `register-YEAR.csv` làm mẫu số.",
                "One list of reviewed households a year (poor or near-poor this year or the year before, those that asked, poor and near-poor households that left) and the register of all households, `register-YEAR.csv`, as denominators."),
            SampleForm.PoorList => (
                "Mỗi năm một danh sách hộ nghèo, cận nghèo (kể cả hộ đã rời đi) và một sổ tổng số hộ `register-YEAR.csv` làm mẫu số.",
                "One list of poor and near-poor households a year (with those that left) and the register of all households, `register-YEAR.csv`, as denominators."),
        };
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Resource.Bytes("sampling/README.md"))
            .Replace("{title}", $"{name}: {years}", StringComparison.Ordinal)
            .Replace("{command}", asked, StringComparison.Ordinal)
            .Replace("{name}", name, StringComparison.Ordinal)
            .Replace("{content_vi}", vi, StringComparison.Ordinal)
            .Replace("{content_en}", en, StringComparison.Ordinal));
    }

    /// <summary>The household file of a year.</summary>
    public static string HouseholdFile(int year, SampleFileKind kind) => $"households-{year}.{SampleRequest.Word(kind)}";

    /// <summary>The register of a year.</summary>
    public static string RegisterFile(int year) => $"register-{year}.csv";
}
