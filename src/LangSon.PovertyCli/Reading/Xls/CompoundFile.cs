using System.Buffers.Binary;
using System.Text;

namespace LangSon.PovertyCli.Reading.Xls;

/// <summary>Takes a stream out of a compound file ([MS-CFB]): a small file system of sectors chained by a table.</summary>
internal sealed class CompoundFile
{
    private readonly byte[] _file;
    private readonly int _sector;
    private readonly List<uint> _next = [];

    /// <summary>Reads the table of chains. Damage shows as an exception of any kind.</summary>
    public CompoundFile(byte[] file)
    {
        _file = file;
        // [MS-CFB] 2.2 knows these two; any other number is damage, as are more sectors than the file has room for.
        _sector = _file[30] is 9 or 12 ? 1 << _file[30] : throw new InvalidDataException();
        if (At(72) > _file.Length / _sector) throw new InvalidDataException();
        for (var i = 0; i < 109; i++) AddTable(At(76 + 4 * i));
        // Files over about 7 MB list the sectors of the table in more sectors, the last word of each being the next one.
        var more = At(68);
        for (var count = At(72); count > 0; count--)
        {
            var start = Offset(more);
            for (var i = 0; i < _sector / 4 - 1; i++) AddTable(At(start + 4 * i));
            more = At(start + _sector - 4);
        }
    }

    /// <summary>The content of the first stream that has one of the names; null when there is none.</summary>
    public byte[]? Stream(params ReadOnlySpan<string> names)
    {
        var directory = Chain(At(48), long.MaxValue);
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            if (directory[at + 66] != 2 || length is < 2 or > 64) continue;
            if (!names.Contains(Encoding.Unicode.GetString(directory, at, length - 2))) continue;
            var start = BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 116));
            var size = BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 120));
            if (size > _file.Length) throw new InvalidDataException();
            return size < At(56) ? Small(directory, start, size) : Chain(start, size);
        }
        return null;
    }

    /// <summary>Streams under 4 KiB lie in sectors of 64 bytes inside the stream of the directory's first entry.</summary>
    private byte[] Small(ReadOnlySpan<byte> directory, uint start, uint size)
    {
        var all = Chain(BinaryPrimitives.ReadUInt32LittleEndian(directory[116..]), BinaryPrimitives.ReadUInt32LittleEndian(directory[120..]));
        var table = Chain(At(60), long.MaxValue);
        var content = new MemoryStream();
        for (var at = start; content.Length < size; at = BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan((int)at * 4)))
            content.Write(all, (int)at * 64, 64);
        return content.ToArray()[..(int)size];
    }

    private byte[] Chain(uint start, long size)
    {
        var content = new MemoryStream();
        var steps = 0;
        for (var at = start; at < _next.Count && content.Length < size; at = _next[(int)at])
        {
            // A chain that goes round in a circle would never end.
            if (++steps > _next.Count) throw new InvalidDataException();
            content.Write(_file, Offset(at), Math.Min(_sector, _file.Length - Offset(at)));
        }
        return content.ToArray();
    }

    private void AddTable(uint sector)
    {
        if (sector >= 0xFFFF_FFFA) return;
        for (var i = 0; i < _sector / 4; i++) _next.Add(At(Offset(sector) + 4 * i));
    }

    private int Offset(uint sector) => checked((int)(sector + 1) * _sector);

    private uint At(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(offset));
}
