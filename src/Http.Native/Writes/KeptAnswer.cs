using System.Text;

namespace Roster.Http.Native.Writes;

/// <summary>An answer as it is kept with what it was given for, and given again.</summary>
/// <param name="Epoch">Whose revision it is.</param>
internal sealed record KeptAnswer(
    int Status, string Epoch, long Revision, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    public const string Replayed = "Idempotency-Replayed";

    /// <summary>Another one from when what is written here changes: an older release must not take it for its own.</summary>
    private const byte Form = 1;

    public ReadOnlyMemory<byte> ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(Status);
        writer.Write(Epoch);
        writer.Write(Revision);
        writer.Write(Headers.Count);
        foreach (var (name, value) in Headers)
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Write(Body.Span);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Null for what was kept in another form, or is not kept any more.</summary>
    public static KeptAnswer? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] != Form)
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes[1..].ToArray(), writable: false), Encoding.UTF8);
        var (status, epoch, revision) = (reader.ReadInt32(), reader.ReadString(), reader.ReadInt64());
        var headers = new (string, string)[reader.ReadInt32()];
        for (var i = 0; i < headers.Length; i++)
        {
            headers[i] = (reader.ReadString(), reader.ReadString());
        }

        return new(status, epoch, revision, headers, bytes[(1 + (int)reader.BaseStream.Position)..]);
    }

    public ValueTask AnswerAsync(Exchange exchange)
    {
        exchange.IsOf(Epoch, Revision);
        var headers = exchange.Context.Response.Headers;
        foreach (var (name, value) in Headers)
        {
            headers[name] = value;
        }

        headers[Replayed] = "true";
        return Body.IsEmpty ? exchange.AnswerAsync(Status) : exchange.AnswerAsync(Status, Body);
    }
}
