using Roster.Core.Outcomes;

namespace Roster.Http.Scim.Answers;

/// <summary>
/// An error of this dialect that is found under the account's lock, and goes through the core as a fault. The core may refuse
/// the request for a reason of its own, which then counts.
/// </summary>
internal sealed class Refused
{
    private Fault? _fault;
    private ScimError? _error;

    public Fault As(ScimError error)
    {
        _error = error;
        return _fault = Fault.Invalid("request", error.Detail);
    }

    public ScimError Of(Fault fault) => ReferenceEquals(fault, _fault) ? _error! : ScimFaults.Of(fault);
}
