using ClosedXML.Excel;
using LangSon.Poverty.Areas;
using LangSon.PovertyCli.Reporting.Workbook;
using LangSon.PovertyCli.Sampling;

namespace LangSon.PovertyCli.Tests.Commands;

/// <summary>The workbook of samples/counts: a summary table as offices keep it, with the figures of the generated province.</summary>
internal static class CountsSample
{
    private const int Households = 192_000;
    private const int HeaderRow = 4;

    private static readonly int[] Years = [2022, 2023, 2024];

    private static readonly string[] Header = ["STT", "Năm", "Địa bàn", "Tổng số hộ", "Số khẩu", "Hộ nghèo", "Tỷ lệ (%)", "Hộ cận nghèo", "Tỷ lệ (%)", "Ghi chú"];

    private readonly record struct Count(int Households, int Persons, int Poor, int NearPoor)
    {
        public static Count operator +(Count a, Count b) => new(a.Households + b.Households, a.Persons + b.Persons, a.Poor + b.Poor, a.NearPoor + b.NearPoor);
    }

    /// <summary>Writes it; the same bytes every time.</summary>
    public static byte[] Write()
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        (book.Properties.Title, book.Properties.Author) = ("Số đếm mẫu (được tạo bằng máy)", "poverty");
        (book.Properties.Created, book.Properties.Modified) = (new(2024, 12, 14), new(2024, 12, 14));
        var sheet = book.AddWorksheet("Tổng hợp");
        sheet.Cell(1, 1).Value = "BIỂU TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO TỈNH LẠNG SƠN";
        sheet.Cell(2, 1).Value = "(số liệu mẫu được tạo bằng máy, không phải kết quả rà soát)";
        for (var column = 1; column <= Header.Length; column++)
        {
            sheet.Cell(HeaderRow, column).Value = Header[column - 1];
            sheet.Cell(HeaderRow + 1, column).SetValue(column switch { 1 => "A", 2 => "B", 3 => "C", 7 => "4=3/1", 9 => "6=5/1", 10 => "7", 8 => "5", _ => $"{column - 3}" });
        }
        var row = HeaderRow + 2;
        foreach (var year in Years) row = Write(sheet, row, year);
        sheet.Cell(row + 1, 3).Value = "Ghi chú: năm 2024 theo danh mục xã từ 01/12/2024.";
        sheet.Cell(row + 2, 6).Value = "Lạng Sơn, ngày 14 tháng 12 năm 2024";
        sheet.Cell(row + 3, 3).Value = "NGƯỜI LẬP BIỂU";
        Dress(sheet, row - 1);
        using var saved = new MemoryStream();
        book.SaveAs(saved, validate: false);
        saved.Position = 0;
        using var output = new MemoryStream();
        Repack.Write(saved, output);
        return output.ToArray();
    }

    private static int Write(IXLWorksheet sheet, int row, int year)
    {
        var counts = Counts(year);
        var districts = counts.GroupBy(count => Repository.Areas.Parent(count.Area)!).ToArray();
        for (var d = 0; d < districts.Length; d++)
        {
            Row(sheet, row++, $"{d + 1}", year, Short(districts[d].Key.Name), Sum(districts[d]), isTotal: true);
            var number = 0;
            foreach (var (area, count) in districts[d].OrderBy(unit => unit.Area.Code, StringComparer.Ordinal))
                Row(sheet, row++, $"{d + 1}.{++number}", year, Short(area.Name), count, isTotal: false);
        }
        Row(sheet, row++, "", year, "Tổng cộng", Sum(counts), isTotal: true);
        return row;
    }

    private static void Row(IXLWorksheet sheet, int row, string number, int year, string name, Count count, bool isTotal)
    {
        sheet.Cell(row, 1).SetValue(number);
        sheet.Cell(row, 2).Value = year;
        sheet.Cell(row, 3).Value = name;
        (sheet.Cell(row, 4).Value, sheet.Cell(row, 5).Value) = (count.Households, count.Persons);
        (sheet.Cell(row, 6).Value, sheet.Cell(row, 7).Value) = (count.Poor, Rate(count.Poor, count.Households));
        (sheet.Cell(row, 8).Value, sheet.Cell(row, 9).Value) = (count.NearPoor, Rate(count.NearPoor, count.Households));
        if (isTotal) sheet.Range(row, 1, row, Header.Length).Style.Font.Bold = true;
    }

    private static void Dress(IXLWorksheet sheet, int last)
    {
        foreach (var line in new[] { 1, 2 }) sheet.Range(line, 1, line, Header.Length).Merge().Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        sheet.Row(1).Style.Font.Bold = true;
        var header = sheet.Range(HeaderRow, 1, HeaderRow + 1, Header.Length).Style;
        (header.Font.Bold, header.Alignment.Horizontal, header.Alignment.WrapText) = (true, XLAlignmentHorizontalValues.Center, true);
        var table = sheet.Range(HeaderRow, 1, last, Header.Length).Style;
        (table.Border.InsideBorder, table.Border.OutsideBorder) = (XLBorderStyleValues.Thin, XLBorderStyleValues.Thin);
        sheet.Range(HeaderRow + 2, 4, last, 8).Style.NumberFormat.Format = "#,##0";
        foreach (var column in new[] { 7, 9 }) sheet.Range(HeaderRow + 2, column, last, column).Style.NumberFormat.Format = "0.00";
        foreach (var (column, width) in new[] { (1, 7), (2, 7), (3, 30), (4, 11), (5, 11), (6, 9), (7, 9), (8, 10), (9, 9), (10, 12) }) sheet.Column(column).Width = width;
        sheet.SheetView.FreezeRows(HeaderRow + 1);
    }

    /// <summary>The communes of a year with their figures; of a home that was divided each part has its share.</summary>
    private static (Area Area, Count Count)[] Counts(int year)
    {
        var model = new ProvinceModel();
        var homes = new Homes(model, Households);
        var quotas = new Quotas(model, homes, year, model.Shares("vn-2022", year));
        var counts = new Dictionary<Area, Count>();
        for (var h = 0; h < homes.All.Count; h++)
        {
            var home = homes.All[h];
            var quota = quotas[h];
            Count left = new(home.Dwellings + quota.Newcomers, 0, quota.Poor, quota.Lacking - quota.Poor);
            var from = 0;
            foreach (var (until, area) in homes.Units(home, SampleRound.DayOf(year)))
            {
                var share = until == int.MaxValue ? left
                    : new Count(until - from, 0, (int)((long)quota.Poor * (until - from) / home.Dwellings), (int)((long)(quota.Lacking - quota.Poor) * (until - from) / home.Dwellings));
                left = new(left.Households - share.Households, 0, left.Poor - share.Poor, left.NearPoor - share.NearPoor);
                counts[area] = counts.GetValueOrDefault(area) + share with { Persons = share.Households * 41 / 10 };
                from = until;
            }
        }
        return [.. counts.Select(count => (count.Key, count.Value)).OrderBy(count => count.Key.ParentCode, StringComparer.Ordinal)];
    }

    private static Count Sum(IEnumerable<(Area Area, Count Count)> counts) => counts.Aggregate(default(Count), (sum, count) => sum + count.Count);

    private static double Rate(int part, int whole) => (double)Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

    private static string Short(string name) => name.Replace("Thị trấn ", "TT ", StringComparison.Ordinal).Replace("Thành phố ", "TP ", StringComparison.Ordinal);
}
