using System.Net;
using Roster.Core.Keys;
using Roster.Http;
using Roster.Http.Scim;
using Roster.Storage;
using Roster.Storage.Postgres;

namespace Roster.Server.Composition;

/// <summary>All that can be configured, checked. <see cref="Setting"/> says what each means.</summary>
/// <param name="Replica">Of a PostgreSQL store; null for none.</param>
/// <param name="CorsOrigins">Empty where CORS is off.</param>
/// <param name="SendsTelemetry">True where an OTLP endpoint is configured by OpenTelemetry's own variables.</param>
internal sealed record Settings(
    StoreAddress Store,
    PostgresAddress? Replica,
    Credential? BootstrapKey,
    Credential? OperatorKey,
    PublicUrl PublicUrl,
    int? RateLimit,
    int? UserCreationLimit,
    TimeSpan InvitationLifetime,
    IReadOnlyList<IPNetwork> TrustedProxies,
    IReadOnlyList<string> CorsOrigins,
    long KeptAnswerBytes,
    long AccessMemoryBytes,
    int DocumentBytes,
    ScimOptions Scim,
    bool SendsTelemetry);
