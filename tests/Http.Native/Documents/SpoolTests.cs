using System.Buffers;
using System.IO.Pipelines;
using Roster.Core.Storage;
using Roster.Http.Native.Documents;

namespace Roster.Tests.Http.Native.Documents;

/// <summary>Where an export waits until it is whole.</summary>
public sealed class SpoolTests
{
    [Fact]
    public void What_is_held_in_memory_does_not_grow_with_what_was_written()
    {
        const int Pieces = 100_000;
        var piece = new byte[1_000];
        using var spool = new Spool();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < Pieces; i++)
        {
            spool.Write(piece);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000);
        spool.Length.ShouldBe(Pieces * piece.Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_no_fault_of_the_request()
    {
        using var spool = new Spool(Path.Combine(Path.GetTempPath(), "not", "there"));

        Should.Throw<StoreUnavailableException>(() => spool.Write(new byte[300_000]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(262_143)]
    [InlineData(262_144)]
    [InlineData(1_000_000)]
    public async Task What_was_written_comes_back(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var spool = new Spool();
        foreach (var piece in bytes.Chunk(70_000))
        {
            spool.Write(piece);
        }

        using var sent = new MemoryStream();
        var pipe = PipeWriter.Create(sent);
        await spool.SendAsync(pipe, TestContext.Current.CancellationToken);
        await pipe.CompleteAsync();

        sent.ToArray().ShouldBe(bytes);
        spool.Length.ShouldBe(length);
    }
}
