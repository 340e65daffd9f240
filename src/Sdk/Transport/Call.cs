using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Roster.Sdk.Transport;

/// <summary>One call, of which a request is made for each attempt.</summary>
internal sealed class Call(HttpMethod method, Target target)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    /// <summary>So much is only sent once the server has said that it wants it: who sends on never hears why it does not.</summary>
    private const int AskedFirst = 1024 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly StringBuilder _target = new(target.ToString());
    private readonly List<(string Name, string Value)> _headers = [];
    private bool _hasQuery;
    private byte[]? _body;
    private MediaTypeHeaderValue _contentType = Json;
    private string _accept = "application/json";

    /// <summary>Whether it may be made again when it is not known if it was done.</summary>
    public bool IsRepeatable { get; private set; } =
        method == HttpMethod.Get || method == HttpMethod.Put || method == HttpMethod.Delete;

    public static Call Get(Target target) => new(HttpMethod.Get, target);

    public static Call Post(Target target) => new(HttpMethod.Post, target);

    public static Call Put(Target target) => new(HttpMethod.Put, target);

    public static Call Patch(Target target) => new(HttpMethod.Patch, target);

    public static Call Delete(Target target) => new(HttpMethod.Delete, target);

    /// <summary>Null is left out.</summary>
    public Call With(string name, string? value)
    {
        if (value is not null)
        {
            _target.Append(_hasQuery ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _hasQuery = true;
        }

        return this;
    }

    public Call With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public Call With(string name, bool? value) => With(name, value is { } flag ? (flag ? "true" : "false") : null);

    public Call WithBody<T>(T value, JsonTypeInfo<T> type)
    {
        _body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return this;
    }

    public Call WithBody(string text, string mediaType)
    {
        (_body, _contentType) = (Utf8.GetBytes(text), new MediaTypeHeaderValue(mediaType));
        return this;
    }

    public Call Accepting(string mediaType)
    {
        _accept = mediaType;
        return this;
    }

    public Call WithHeader(string name, string? value)
    {
        if (value is not null)
        {
            _headers.Add((name, HeaderText.Checked(value, name)));
        }

        return this;
    }

    public Call Repeatable(bool isRepeatable)
    {
        IsRepeatable = isRepeatable;
        return this;
    }

    /// <param name="baseAddress">Without a slash at its end.</param>
    public HttpRequestMessage ToRequest(string baseAddress)
    {
        var request = new HttpRequestMessage(method, baseAddress + _target);
        request.Headers.TryAddWithoutValidation("Accept", _accept);
        foreach (var (name, value) in _headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (_body is not null)
        {
            request.Content = new ByteArrayContent(_body) { Headers = { ContentType = _contentType } };
            request.Headers.ExpectContinue = _body.Length >= AskedFirst ? true : null;
        }
        else if (method != HttpMethod.Get)
        {
            // Without any content the platform would send it again by itself, whatever it is, when the connection ends before the answer.
            request.Content = new ByteArrayContent([]);
        }

        return request;
    }
}
