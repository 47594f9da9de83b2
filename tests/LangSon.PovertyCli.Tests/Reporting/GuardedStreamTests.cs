using System.IO.Compression;
using LangSon.PovertyCli.Reporting;

namespace LangSon.PovertyCli.Tests.Reporting;

public sealed class GuardedStreamTests
{
    [Fact]
    public void Whichever_write_fails_is_a_failed_output_that_names_the_path()
    {
        var writes = 0;
        Compress(new FailingStream(int.MaxValue, () => writes++));
        Assert.True(writes > 3);
        for (var n = 1; n <= writes; n++)
        {
            var failed = Assert.Throws<ExitException>(() => Compress(new FailingStream(n, () => { })));
            Assert.Equal(ExitCode.Output, failed.Code);
            Assert.Equal("cannot write out/summary.xlsx: the cable is loose", failed.Message);
        }
    }

    [Fact]
    public void A_full_disk_names_its_file_system()
    {
        if (!File.Exists("/dev/full")) return;
        var stream = new GuardedStream(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0), "/tmp/out/a.csv");
        var failed = Assert.Throws<ExitException>(() => stream.Write(new byte[10]));
        Assert.Matches("^cannot write /tmp/out/a.csv: no space left on the file system /[a-z]*$", failed.Message);
    }

    /// <summary>Writing through a package that knows nothing of exit codes.</summary>
    private static void Compress(Stream inner)
    {
        using var guarded = new GuardedStream(inner, "out/summary.xlsx");
        using var zip = new GZipStream(guarded, CompressionLevel.NoCompression);
        for (var i = 0; i < 5; i++) zip.Write(new byte[100_000]);
    }

    private sealed class FailingStream(int failAt, Action wrote) : MemoryStream
    {
        private int _writes;

        public override void Write(ReadOnlySpan<byte> buffer) => Count();

        public override void Write(byte[] buffer, int offset, int count) => Count();

        private void Count()
        {
            wrote();
            if (++_writes == failAt) throw new IOException("the cable is loose.");
        }
    }
}
