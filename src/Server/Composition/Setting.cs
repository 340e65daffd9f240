namespace Roster.Server.Composition;

/// <summary>One knob: its name in <c>appsettings.json</c> under <c>Roster</c>, its default as text, and what it does.</summary>
internal sealed record Setting(string Key, string? Default, string Meaning)
{
    public const string Prefix = "ROSTER_";

    /// <summary>What the command <c>roster</c> reads; in a shell where both are used the server sees them too.</summary>
    public static readonly IReadOnlyList<string> OfTheCommand = [Prefix + "URL", Prefix + "KEY"];

    /// <summary><c>StoreReads</c> is <c>ROSTER_STORE_READS</c> in the environment.</summary>
    public string Variable { get; } =
        Prefix + string.Concat(Key.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));

    public static readonly Setting Store = new(
        "Store", "sqlite:./data/roster.db", "Where accounts are kept: `sqlite:<file>`, `postgres:<connection string>` or `postgres://<user>:<password>@<host>/<database>`.");

    public static readonly Setting StoreReads = new(
        "StoreReads", null, "A read-only replica of a PostgreSQL store, `postgres:…` too. It answers what names a revision, and nothing else.");

    public static readonly Setting BootstrapKey = new(
        "BootstrapKey", null, "`<id>.<secret>:<org_id>`: the account and admin key that the first start makes. Later starts ignore it.");

    public static readonly Setting OperatorKey = new(
        "OperatorKey", null, "`<id>.<secret>`: opens `/api/accounts`. Without it those paths are not there.");

    public static readonly Setting PublicUrl = new(
        "PublicUrl", null, "Where clients reach the server; begins every absolute link. Unset: the first address it listens on.");

    public static readonly Setting RateLimit = new(
        "RateLimit", "off", "Most requests with one key within an hour, or `off`.");

    public static readonly Setting UserCreationLimit = new(
        "UserCreationLimit", "off", "Most users created in one account within an hour, or `off`.");

    public static readonly Setting InvitationLifetime = new(
        "InvitationLifetime", "7d", "How long an invitation can be accepted: `1m` to `365d` (units `m`, `h`, `d`).");

    public static readonly Setting TrustedProxies = new(
        "TrustedProxies", "none", "Addresses or networks (`10.0.0.0/8`), separated by commas, whose `X-Forwarded-…` headers count; or `none`.");

    public static readonly Setting CorsOrigins = new(
        "CorsOrigins", "none", "Origins, separated by commas, whose pages may call the WhyLabs API; `*` for all, or `none`.");

    public static readonly Setting KeptAnswers = new(
        "KeptAnswers", "64", "MiB of memory for answers that are kept while nothing changes; 0 keeps none.");

    public static readonly Setting AccessMemory = new(
        "AccessMemory", "256", "MiB of memory for the memberships of accounts that are asked about access, some 50 bytes each. The account asked last is kept whatever it takes.");

    public static readonly Setting DocumentLimit = new(
        "DocumentLimit", "64", "MiB that a document sent to `/api/plans` may have: 1 to 1024. 100,000 users with a role each are some 30.");

    public static readonly Setting ScimAdvertisePagination = new(
        "ScimAdvertisePagination", "false", "`true` tells SCIM clients of cursors (RFC 9865). Clients that know only RFC 7643 then refuse to connect; cursors work either way.");

    public static readonly Setting ScimCursorTimeout = new(
        "ScimCursorTimeout", "3600", "Seconds for which a SCIM cursor is good: 60 to 86400.");

    public static readonly Setting ScimScanLimit = new(
        "ScimScanLimit", "200000", "Most users or groups that a SCIM filter or order without an index may go through.");

    public static IReadOnlyList<Setting> All { get; } =
    [
        Store, StoreReads, BootstrapKey, OperatorKey, PublicUrl, RateLimit, UserCreationLimit, InvitationLifetime, TrustedProxies, CorsOrigins, KeptAnswers, AccessMemory, DocumentLimit,
        ScimAdvertisePagination, ScimCursorTimeout, ScimScanLimit,
    ];
}
