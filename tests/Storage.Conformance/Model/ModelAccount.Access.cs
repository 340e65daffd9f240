using Roster.Core.Access.Resources;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class ModelAccount
{
    private void ApplyToAccess(Change change, Instant now)
    {
        switch (change)
        {
            case AccessSettingsChanged changed:
                AccessSettings = new(new(changed.SubjectTypes, changed.ShowsReasons), Revision);
                break;
            case UserAttributesSet set:
                Attributes[set.User] = set.Attributes;
                ChangeUser(set.User, user => user, now);
                break;
            case ResourceTypeDefined defined:
                var type = ResourceTypes.Find(type => type.Name == defined.Name)
                    ?? new(defined.Name, defined.Ids, defined.Home, Revision, now, Revision, now);
                ResourceTypes.RemoveAll(type => type.Name == defined.Name);
                ResourceTypes.Add(type with { Ids = defined.Ids, Home = defined.Home, ChangedIn = Revision, ChangedAt = now });
                break;
            case ResourceTypeRemoved removed:
                ResourceTypes.RemoveAll(type => type.Name == removed.Name);
                break;
            case ResourceRegistered r:
                var resource = Resources.Find(resource => IsOf(resource, r.Type, r.Id))
                    ?? new(r.Type, r.Id, r.Scope, r.Attributes, Revision, now, Revision, now);
                Resources.RemoveAll(resource => IsOf(resource, r.Type, r.Id));
                Resources.Add(resource with { Scope = r.Scope, Attributes = r.Attributes, ChangedIn = Revision, ChangedAt = now });
                break;
            case ResourceRemoved removed:
                Resources.RemoveAll(resource => IsOf(resource, removed.Type, removed.Id));
                break;
        }
    }

    private static bool IsOf(Resource resource, string type, string id) => resource.Type == type && resource.Id == id;
}
