using System.Buffers.Binary;

namespace LangSon.PovertyCli.Reading.Xls;

/// <summary>
/// Which cells of a sheet hold formulas and which hold errors. The library that reads the values tells neither, so the records
/// ([MS-XLS]) are walked once more, for these marks only.
/// </summary>
internal sealed class CellMarks
{
    private const byte NoError = 0xFF;
    private readonly Dictionary<int, byte> _marks = [];

    /// <summary>Walks over the records of a sheet.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="sheet">The index of the sheet among those of cells.</param>
    public CellMarks(byte[] file, int sheet)
    {
        var records = new CompoundFile(file).Stream("Workbook", "Book") ?? throw new InvalidDataException();
        var start = Start(records, sheet);
        for (var at = start; at + 4 <= records.Length; at += 4 + Word(records, at + 2))
        {
            switch (Word(records, at))
            {
                case 0x000A:
                    return;
                case 0x0809 when at != start:
                    at = End(records, at);
                    break;
                case 0x0205 when records[at + 11] == 1:
                    _marks[Key(Word(records, at + 4), Word(records, at + 6))] = records[at + 10];
                    break;
                case 0x0006:
                    var isError = Word(records, at + 16) == 0xFFFF && records[at + 10] == 2;
                    _marks[Key(Word(records, at + 4), Word(records, at + 6))] = isError ? records[at + 12] : NoError;
                    break;
            }
        }
    }

    /// <summary>Whether the cell, from row 0 and column 0, holds a formula or an error, and the error's name if it is one.</summary>
    public bool TryGet(int row, int column, out string? error)
    {
        error = null;
        if (!_marks.TryGetValue(Key(row, column), out var mark)) return false;
        if (mark != NoError) error = Name(mark);
        return true;
    }

    private static int Key(int row, int column) => (row << 14) | column;

    private static string Name(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR",
    };

    /// <summary>Where the records of a sheet start: the list of sheets stands at the start of the stream.</summary>
    private static int Start(byte[] records, int sheet)
    {
        for (var at = 0; at + 4 <= records.Length && Word(records, at) != 0x000A; at += 4 + Word(records, at + 2))
            if (Word(records, at) == 0x0085 && records[at + 9] == 0 && sheet-- == 0)
                return BinaryPrimitives.ReadInt32LittleEndian(records.AsSpan(at + 4));
        throw new InvalidDataException();
    }

    /// <summary>The end record of a chart inside the sheet, whose cells are not the sheet's.</summary>
    private static int End(byte[] records, int at)
    {
        while (Word(records, at) != 0x000A) at += 4 + Word(records, at + 2);
        return at;
    }

    private static int Word(byte[] records, int at) => BinaryPrimitives.ReadUInt16LittleEndian(records.AsSpan(at));
}
