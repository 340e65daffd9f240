using System.Text.Json;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Values;
using Roster.Http.Native.Changes;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Access;

/// <summary>How the account wants to be asked: what requests call its members, and whether decisions come with why.</summary>
internal sealed class SettingsEndpoints(ShowAccessSettings show, ChangeAccessSettings change)
{
    private const string Types = "subjectTypes";

    private static readonly Reply<KeptAccessSettings> One = new() { Body = Write, Version = kept => kept.ChangedIn };

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var shown = await show.RunAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(shown))
        {
            await One.AnswerAsync(exchange, shown.Value);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = new ChangeAccessSettingsRequest(
            body.Has(Types) ? new Optional<IReadOnlyList<SubjectType>>([.. body.Objects(Types).Select(item => TypeOf(item.Fields))]) : default,
            body.Has("showsReasons") ? body.RequiredFlag("showsReasons") : default(Optional<bool>));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => change.RunAsync(caller, request, exchange.Cancellation), One);
        }
    }

    private static SubjectType TypeOf(Fields fields) => new(
        fields.RequiredText("type"),
        OneOf(fields, "kind", ("user", MemberKind.User), ("team", MemberKind.Team)),
        OneOf(
            fields,
            "identifier",
            ("id", SubjectIdentifier.Id),
            ("email", SubjectIdentifier.Email),
            ("userName", SubjectIdentifier.UserName),
            ("externalId", SubjectIdentifier.ExternalId)));

    private static T OneOf<T>(Fields fields, string name, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        var text = fields.Text(name);
        foreach (var (called, value) in choices)
        {
            if (called == text)
            {
                return value;
            }
        }

        fields.Refuse(name, "must be one of " + string.Join(", ", choices.ToArray().Select(choice => choice.Name)));
        return choices[0].Value;
    }

    private static void Write(Utf8JsonWriter json, KeptAccessSettings kept)
    {
        json.WriteStartObject();
        AccessChangeWire.WriteTypes(json, kept.Settings.SubjectTypes);
        json.WriteBoolean("showsReasons"u8, kept.Settings.ShowsReasons);
        json.WriteEndObject();
    }
}
