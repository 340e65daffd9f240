using System.Buffers;
using System.IO.Pipelines;
using Roster.Core.Storage;

namespace Roster.Http.Native.Documents;

/// <summary>Bytes that are laid aside: little in memory, much in a file of the temporary folder, which nobody else can open and which ends with this or the process.</summary>
/// <param name="folder">Another folder than the temporary one.</param>
internal sealed class Spool(string? folder = null) : IBufferWriter<byte>, IDisposable
{
    private const int MostInMemory = 262_144;
    private const int Piece = 65_536;

    private readonly ArrayBufferWriter<byte> _latest = new(Piece);
    private FileStream? _file;

    public long Length => (_file?.Length ?? 0) + _latest.WrittenCount;

    /// <exception cref="StoreUnavailableException">The folder is full or cannot be written to.</exception>
    public void Advance(int count)
    {
        _latest.Advance(count);
        if (_latest.WrittenCount < MostInMemory)
        {
            return;
        }

        try
        {
            _file ??= Open(folder ?? Path.GetTempPath());
            _file.Write(_latest.WrittenSpan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The server has no room to lay the answer aside.", exception);
        }

        _latest.ResetWrittenCount();
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => _latest.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _latest.GetSpan(sizeHint);

    /// <summary>All of it, at the pace of who reads.</summary>
    public async ValueTask SendAsync(PipeWriter to, CancellationToken cancellationToken)
    {
        if (_file is { } file)
        {
            file.Position = 0;
            await file.CopyToAsync(to, cancellationToken);
        }

        await to.WriteAsync(_latest.WrittenMemory, cancellationToken);
    }

    public void Dispose() => _file?.Dispose();

    private static FileStream Open(string folder)
    {
        var path = Path.Combine(folder, $"roster-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
            return new(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
