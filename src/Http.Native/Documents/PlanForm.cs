using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Roster.Core.Documents;

namespace Roster.Http.Native.Documents;

/// <summary>Keeps a plan as its JSON, compressed: it says the same thing of many things.</summary>
internal sealed class PlanForm : IPlanForm
{
    public ReadOnlyMemory<byte> Write(Plan plan) => Write(plan, PlanWire.WriteKept);

    public ReadOnlyMemory<byte> Write(AppliedPlan applied) => Write(applied, PlanWire.Write);

    public Plan ReadPlan(ReadOnlyMemory<byte> content) => KeptPlan.Read(Read(content));

    public AppliedPlan ReadApplied(ReadOnlyMemory<byte> content)
    {
        var json = Read(content);
        return new(json.GetProperty("id").GetString()!, json.GetProperty("revision").GetInt64(), json.GetProperty("applied").GetInt32());
    }

    private static ReadOnlyMemory<byte> Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var plain = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(plain, Exchange.Writing))
        {
            write(json, value);
        }

        var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(plain.WrittenSpan);
        }

        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    private static JsonElement Read(ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream(content.ToArray(), writable: false);
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return JsonElement.Parse(plain.GetBuffer().AsSpan(0, (int)plain.Length));
    }
}
