using System.Text.Json;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Patching;

/// <summary>One operation on an attribute that has several values.</summary>
internal sealed class ValuesPatch(ScimObject place, PatchOperation operation)
{
    private readonly ScimAttribute _attribute = operation.Path.Attribute;
    private readonly ScimList _list = place[operation.Path.Attribute] as ScimList ?? new ScimList();
    private readonly HashSet<ScimObject> _preferred = new(ReferenceEqualityComparer.Instance);

    public ScimError? Apply()
    {
        var error = operation.Path is { Filter: null, Sub: null } ? ApplyToAll() : ApplyToSome();
        if (error is not null)
        {
            return error;
        }

        if (_list.Items.Count > ValueReader.MaxValues)
        {
            return ScimError.Value($"{_attribute.Name}: must have at most {ValueReader.MaxValues} values.");
        }

        if (_preferred.Count > 1)
        {
            return ScimError.Value($"{_attribute.Name}: two values are marked primary.");
        }

        if (_preferred.Count == 1)
        {
            Primaries.LeaveTo(_attribute, _list, _preferred);
        }

        place[_attribute] = _list.Items.Count == 0 ? null : _list;
        return null;
    }

    private ScimError? ApplyToAll()
    {
        if (operation.Verb == PatchVerb.Remove && (operation.IsNull || !operation.HasValue))
        {
            _list.Items.Clear();
            return null;
        }

        if (ValueReader.Read(_attribute, operation.Value, out var read) is { } error)
        {
            return error;
        }

        var given = read as ScimList ?? new ScimList();
        switch (operation.Verb)
        {
            case PatchVerb.Remove:
                _list.Items.RemoveAll(item => given.Objects.Any(other => IsMeant((ScimObject)item, other)));
                return null;
            case PatchVerb.Replace:
                _list.Items.Clear();
                break;
        }

        foreach (var item in given.Objects)
        {
            if (!_list.Items.Exists(item.Says))
            {
                _list.Items.Add(item);
                Note(item);
            }
        }

        return null;
    }

    /// <summary>Old Entra form: values to remove are told by their <c>value</c>, where there is one.</summary>
    private bool IsMeant(ScimObject item, ScimObject wanted)
    {
        if (_attribute.Value is not { } value || wanted.Text(value) is not { } text)
        {
            return wanted.Members.All(part => item[part.Attribute] is { } its && its.Says(part.Value));
        }

        return item.Text(value) is { } its && value.Fold(its) == value.Fold(text);
    }

    private ScimError? ApplyToSome()
    {
        var path = operation.Path;
        var matches = _list.Objects.Where(item => path.Filter?.Matches(item) ?? true).ToList();
        if (operation.Verb == PatchVerb.Remove)
        {
            Remove(matches);
            return null;
        }

        if (matches.Count == 0)
        {
            return Create();
        }

        foreach (var match in matches)
        {
            if (Write(match) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private void Remove(List<ScimObject> matches)
    {
        foreach (var match in matches)
        {
            if (operation.Path.Sub is { } sub)
            {
                match[sub] = null;
            }
            else
            {
                _list.Items.Remove(match);
            }
        }
    }

    /// <summary>A filter of plain equalities describes a value well enough to make it.</summary>
    private ScimError? Create()
    {
        var path = operation.Path;
        if ((operation.Verb == PatchVerb.Replace && path.Sub is null) || EqualTerms.Of(path.Filter) is not { } terms)
        {
            return ScimError.NoTarget($"path: no value of {_attribute.Name} is as the path says.");
        }

        if (operation.IsNull)
        {
            return null;
        }

        var made = new ScimObject();
        if (terms.Fill(made) is { } unfit)
        {
            return unfit.Within(_attribute);
        }

        _list.Items.Add(made);
        return Write(made);
    }

    private ScimError? Write(ScimObject match)
    {
        if (operation.Path.Sub is { } sub)
        {
            return WritePart(match, sub);
        }

        if (operation.IsNull)
        {
            if (operation.Verb == PatchVerb.Replace)
            {
                _list.Items.Remove(match);
            }

            return null;
        }

        if (ValueReader.ReadObject(_attribute, Unwrapped(operation.Value), out var read) is { } error)
        {
            return error;
        }

        if (operation.Verb == PatchVerb.Replace)
        {
            Clear(match);
            if (EqualTerms.Of(operation.Path.Filter)?.Fill(match) is { } unfit)
            {
                return unfit.Within(_attribute);
            }
        }

        Complexes.Merge(match, _attribute, Unwrapped(operation.Value), read as ScimObject);
        Note(match);
        return null;
    }

    private ScimError? WritePart(ScimObject match, ScimAttribute sub)
    {
        if (operation is { Verb: PatchVerb.Add, IsNull: true })
        {
            return null;
        }

        if (ValueReader.Read(sub, operation.Value, out var value) is { } error)
        {
            return error.Within(_attribute);
        }

        match[sub] = value;
        if (sub == _attribute.Primary)
        {
            Note(match);
        }

        return null;
    }

    private void Note(ScimObject item)
    {
        if (_attribute.Primary is { } primary && item.Flag(primary) is true)
        {
            _preferred.Add(item);
        }
    }

    private static void Clear(ScimObject item)
    {
        foreach (var (attribute, _) in item.Members.ToList())
        {
            item[attribute] = null;
        }
    }

    private static JsonElement Unwrapped(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 ? json[0] : json;
}
