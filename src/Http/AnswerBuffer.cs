using System.Buffers;

namespace Roster.Http;

/// <summary>Buffers that answers are put together in, kept per thread so that no request pays for one.</summary>
internal static class AnswerBuffer
{
    private const int Largest = 262_144;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    public static ArrayBufferWriter<byte> Rent()
    {
        var buffer = _spare ?? new ArrayBufferWriter<byte>(4_096);
        _spare = null;
        return buffer;
    }

    public static void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= Largest)
        {
            buffer.ResetWrittenCount();
            _spare = buffer;
        }
    }
}
