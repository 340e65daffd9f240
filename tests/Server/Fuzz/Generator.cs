using Roster.Core.Keys;
using Roster.Http;
using Roster.Tests.Server.Keys;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Fuzz;

/// <summary>Makes the same request of the same randomness, as far as the world's ids are the same.</summary>
internal static class Generator
{
    public static Draft Make(Random random, World world)
    {
        var request = random.Of(Declared.All);

        // Of a request that names very much, something would nearly always be odd.
        var mayBeOdd = random.OneIn(2);
        var filled = request.Fill((_, placeholder) => mayBeOdd && random.OneIn(10) ? OddTexts.Any(random) : world[placeholder]);
        var draft = new Draft(request, InBytes(filled));
        Present(draft, random, world);
        for (var i = random.Of(0, 1, 1, 1, 2, 3); i > 0; i--)
        {
            Spoil(draft, random);
        }

        return draft;
    }

    private static void Spoil(Draft draft, Random random)
    {
        switch (random.Next(12))
        {
            case < 5 when draft.Body is not null || random.OneIn(6):
                OddBodies.Spoil(draft, random);
                break;
            case < 8:
                OddTargets.SpoilQuery(draft, random);
                break;
            case 8:
                OddTargets.SpoilPath(draft, random);
                break;
            case 9:
                OddHeads.SpoilMethod(draft, random);
                break;
            case 10:
                OddHeads.SpoilHeader(draft, random);
                break;
            default:
                OddHeads.SpoilFraming(draft, random);
                break;
        }
    }

    private static void Present(Draft draft, Random random, World world)
    {
        var source = world.Account.Server.Get<Doors>().Of(draft.Request.Pattern, out _).Credential;
        Credential key = draft.Request.Need == Need.Operator && !random.OneIn(4) ? AbusedServer.Operator : world.Account.Key;
        if (random.Next(20) > 0)
        {
            draft.Headers.Add(Presented.As(source, key));
        }
        else if (random.OneIn(2))
        {
            draft.Headers.Add((Presented.Header(source), Bytes(OddTexts.Any(random)).Replace('\r', '?').Replace('\n', '?').Replace('\0', '?')));
        }
    }

    // A header's value is sent as it is: what a line cannot hold is left to the malformed headers.
    private static FilledRequest InBytes(FilledRequest filled) => filled with
    {
        Headers = [.. filled.Headers.Select(header => (header.Name, Bytes(header.Value).Replace('\r', '?').Replace('\n', '?').Replace('\0', '?')))],
    };

    private static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.Length > 5_000 ? text[..5_000] : text));
}
