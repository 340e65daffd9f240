using Roster.Core.Keys;

namespace Roster.Http;

/// <summary>The instance's own key, held in configuration only. Without one, the operator's routes are not there.</summary>
public sealed class OperatorKey(Credential? configured)
{
    private readonly ReadOnlyMemory<byte> _hash = configured is null ? default : Secret.Hash(configured.Secret);

    public bool IsConfigured => configured is not null;

    internal HttpFault? Check(Exchange exchange)
    {
        if (configured is null)
        {
            return new HttpFault(HttpFaultKind.UnknownPath);
        }

        if (!Credentials.TryRead(exchange.Context.Request, exchange.Dialect.Credential, out var credential))
        {
            return new HttpFault(HttpFaultKind.NoCredential);
        }

        var matches = Secret.Matches(Secret.Hash(credential?.Secret ?? ""), _hash);
        return matches && credential!.Id == configured.Id ? null : new HttpFault(HttpFaultKind.BadCredential);
    }
}
