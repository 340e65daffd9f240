namespace Roster.Http.Scim;

/// <param name="AdvertisesPagination">
/// Whether the service provider configuration tells of cursors (RFC 9865). Clients that know only RFC 7643 refuse the whole
/// document because of that member; one that knows cursors and does not see it merely pages by index.
/// </param>
/// <param name="CursorLifetime">The least time for which a cursor is good.</param>
/// <param name="MaxScanned">Most rows that a filter or an order without an index may go through.</param>
public sealed record ScimOptions(bool AdvertisesPagination, TimeSpan CursorLifetime, int MaxScanned);
