using Microsoft.Extensions.Options;

namespace Omr.Service.Hosting;

/// <summary>All drop folders: the data folder's own and those that the settings name.</summary>
internal sealed class DropPlaces
{
    private readonly Dictionary<string, DropPlace> _places = new(StringComparer.Ordinal);

    /// <exception cref="OptionsValidationException">A folder isn't named, is named twice, or is another service's own.</exception>
    public DropPlaces(DataFolder data, IOptions<ServiceOptions> options)
    {
        var drops = options.Value.Drops;
        for (var i = 0; i < drops.Length; i++)
        {
            if (drops[i].Path.Length == 0)
                throw Wrong(i, "is missing");
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(drops[i].Path, data.Root));
            var place = path == data.Drop
                ? new DropPlace(path, data.Done, "", drops[i].Operator)
                : new DropPlace(path, Path.Combine(path, ".selesai"), path, drops[i].Operator);
            if (IsAnothers(path, data))
                throw Wrong(i, $"{path} is another service's own drop folder");
            if (!_places.TryAdd(path, place))
                throw Wrong(i, $"{path} is named twice");
        }

        _places.TryAdd(data.Drop, new(data.Drop, data.Done, "", ""));
    }

    /// <summary>The folders.</summary>
    public IReadOnlyCollection<DropPlace> All => _places.Values;

    /// <summary>The folder of that full path.</summary>
    public DropPlace Of(string path) => _places[path];

    // The drop folder of some other data folder, whose service takes from it.
    private static bool IsAnothers(string path, DataFolder data) =>
        Path.GetDirectoryName(path) is { } root && root != data.Root && path == DataFolder.DropOf(root) && DataFolder.IsOne(root);

    private static OptionsValidationException Wrong(int index, string what)
    {
        var key = FormattableString.Invariant($"{ServiceOptions.Section}:{nameof(ServiceOptions.Drops)}:{index}:Path");
        return new(key, typeof(ServiceOptions), [$"{key} {what}"]);
    }
}
