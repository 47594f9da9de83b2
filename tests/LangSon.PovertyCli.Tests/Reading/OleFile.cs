using System.Buffers.Binary;
using System.Text;

namespace LangSon.PovertyCli.Tests.Reading;

/// <summary>The outside of a compound file: its header and a directory with one stream.</summary>
internal static class OleFile
{
    public static byte[] With(string stream)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        var entry = file.AsSpan(1024 + 128, 128);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(2 * Encoding.Unicode.GetBytes(stream, entry) / 2 + 2));
        entry[66] = 2;
        return file;
    }
}
