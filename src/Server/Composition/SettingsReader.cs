using System.Collections;
using System.Net;
using Roster.Core.Keys;
using Roster.Http;
using Roster.Http.Scim;
using Roster.Storage;
using Roster.Storage.Postgres;

namespace Roster.Server.Composition;

/// <summary>Reads the settings and gathers everything that is wrong with them. No problem repeats a secret.</summary>
internal sealed class SettingsReader(IConfiguration configuration, IDictionary environment)
{
    private const string Section = "Roster";

    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private readonly List<string> _problems = [];

    /// <summary>The settings; null where there is any problem.</summary>
    public static Settings? Read(IConfiguration configuration, IDictionary environment, out IReadOnlyList<string> problems)
    {
        var reader = new SettingsReader(configuration, environment);
        reader.RefuseUnknown();
        var settings = reader.ReadAll();
        problems = reader._problems;
        return problems.Count == 0 ? settings : null;
    }

    private Settings ReadAll() => new(
        Store(),
        Replica(),
        Key(Setting.BootstrapKey, withAccount: true),
        Key(Setting.OperatorKey, withAccount: false),
        PublicUrl(Urls()),
        Limit(Setting.RateLimit),
        Limit(Setting.UserCreationLimit),
        Lifetime(),
        List<IPNetwork>(Setting.TrustedProxies, TryNetwork, "must be IP addresses or networks such as 10.0.0.0/8, separated by commas"),
        List<string>(Setting.CorsOrigins, TryOrigin, "must be origins such as https://app.example.com, separated by commas, or *"),
        Number(Setting.KeptAnswers, 0, 65_536) * 1_048_576L,
        Number(Setting.AccessMemory, 0, 1_048_576) * 1_048_576L,
        Number(Setting.DocumentLimit, 1, 1_024) * 1_048_576,
        new ScimOptions(
            Flag(Setting.ScimAdvertisePagination),
            TimeSpan.FromSeconds(Number(Setting.ScimCursorTimeout, 60, 86_400)),
            Number(Setting.ScimScanLimit, 1, 1_000_000_000)),
        Telemetry.IsConfigured(configuration));

    private string? Text(Setting setting)
    {
        var text = environment[setting.Variable] as string;
        if (string.IsNullOrWhiteSpace(text))
        {
            var section = configuration.GetSection(Section).GetSection(setting.Key);
            text = section.Value ?? string.Join(',', section.GetChildren().Select(item => item.Value));
        }

        return string.IsNullOrWhiteSpace(text) ? setting.Default : text.Trim();
    }

    private void Refuse(Setting setting, string message) => _problems.Add($"{setting.Variable} {message}.");

    /// <summary>A setting that nobody reads is a mistake that somebody would find out late.</summary>
    private void RefuseUnknown()
    {
        var known = Setting.All.Select(setting => setting.Variable).Concat(Setting.OfTheCommand).ToHashSet(StringComparer.Ordinal);
        var variables = environment.Keys.Cast<string>().Where(name => name.StartsWith(Setting.Prefix, StringComparison.OrdinalIgnoreCase));
        _problems.AddRange(variables
            .Where(name => !known.Contains(name) && !name.StartsWith(Section + "__", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name} is no setting of Roster."));

        var keys = Setting.All.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _problems.AddRange(configuration.GetSection(Section).GetChildren()
            .Where(child => !keys.Contains(child.Key))
            .Select(child => $"{Section}:{child.Key} is no setting of Roster."));
    }

    /// <summary>Where to listen, as far as it makes sense.</summary>
    private List<string> Urls()
    {
        var urls = new List<string>();
        foreach (var url in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', Tidy))
        {
            if (Addresses.IsAddress(url))
            {
                urls.Add(url);
            }
            else
            {
                _problems.Add($"urls: '{url}' is no address to listen on, such as http://localhost:8080.");
            }
        }

        return urls;
    }

    private StoreAddress Store()
    {
        var address = StoreAddress.Parse(Text(Setting.Store)!, out var problem);
        if (problem is not null)
        {
            Refuse(Setting.Store, problem);
        }

        return address!;
    }

    private PostgresAddress? Replica()
    {
        if (Text(Setting.StoreReads) is not { } text)
        {
            return null;
        }

        var address = PostgresAddress.Parse(text, out var problem);
        if (problem is not null)
        {
            Refuse(Setting.StoreReads, problem);
        }

        if (StoreAddress.Parse(Text(Setting.Store)!, out _) is not (null or PostgresAddress))
        {
            Refuse(Setting.StoreReads, $"is for a PostgreSQL store, and {Setting.Store.Variable} names none");
        }

        return address;
    }

    private Credential? Key(Setting setting, bool withAccount)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        if (Credential.Parse(text) is { } key && key.Account is not null == withAccount)
        {
            return key;
        }

        var form = $"10 letters and digits, '.', {Secret.Length} letters and digits";
        Refuse(setting, withAccount ? $"must be <id>.<secret>:<org_id>: {form}, ':org-', letters and digits" : $"must be <id>.<secret>: {form}");
        return null;
    }

    private PublicUrl PublicUrl(List<string> urls)
    {
        if (Text(Setting.PublicUrl) is not { } text)
        {
            return new(Addresses.ToReach(urls)) { IsConfigured = false };
        }

        // Its path is also where AuthZEN's clients look for the metadata: it has to be one that a route can have.
        if (!Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url)
            || url is not { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            || url.AbsolutePath.Contains('%', StringComparison.Ordinal)
            || url.AbsolutePath.Contains("//", StringComparison.Ordinal))
        {
            Refuse(Setting.PublicUrl, "must be an http or https URL without a query, and without escapes and '//' in its path, such as https://roster.example.com");
        }

        return new(text.TrimEnd('/'));
    }

    private int? Limit(Setting setting) =>
        Text(setting) is "off" or "0" ? null : Number(setting, 1, 1_000_000_000);

    private int Number(Setting setting, int least, int most)
    {
        if (int.TryParse(Text(setting), out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(setting, $"must be a whole number from {least} to {most}");
        return least;
    }

    private bool Flag(Setting setting)
    {
        if (bool.TryParse(Text(setting), out var flag))
        {
            return flag;
        }

        Refuse(setting, "must be true or false");
        return false;
    }

    private TimeSpan Lifetime()
    {
        var text = Text(Setting.InvitationLifetime)!;
        TimeSpan? unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        if (unit is { } one
            && int.TryParse(text[..^1], out var count)
            && count >= 1
            && count <= TimeSpan.FromDays(365) / one)
        {
            return count * one;
        }

        Refuse(Setting.InvitationLifetime, "must be from 1m to 365d, such as 90m, 12h or 7d");
        return default;
    }

    private List<T> List<T>(Setting setting, TryParse<T> tryParse, string rule)
    {
        var list = new List<T>();
        var text = Text(setting)!;
        foreach (var item in text == "none" ? [] : text.Split(',', Tidy))
        {
            if (!tryParse(item, out var value))
            {
                Refuse(setting, rule);
                break;
            }

            list.Add(value);
        }

        return list;
    }

    /// <summary>A single address is a network of one.</summary>
    private static bool TryNetwork(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    private static bool TryOrigin(string text, out string origin)
    {
        origin = text;
        return text == "*" || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.GetLeftPart(UriPartial.Authority) == text);
    }

    private delegate bool TryParse<T>(string text, out T value);
}
