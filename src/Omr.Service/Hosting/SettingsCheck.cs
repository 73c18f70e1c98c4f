using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using Omr.Service.Audit;

namespace Omr.Service.Hosting;

/// <summary>
/// What is wrong with the settings, before anything is made of them: a key that nothing reads, which would be passed over
/// silently, or a value that isn't within its range.
/// </summary>
internal static class SettingsCheck
{
    /// <summary>The settings that are sections of their own.</summary>
    private static readonly (string Section, Type Options)[] Sections =
        [(AuditOptions.Section, typeof(AuditOptions)), (ServiceOptions.Section, typeof(ServiceOptions))];

    /// <summary>The first fault; null if there is none.</summary>
    public static Wording? Fault(IConfiguration settings) => Sections
        .SelectMany(s => Faults(settings.GetSection(s.Section), s.Options))
        .FirstOrDefault();

    /// <summary>Where a settings file stops being JSON; null if that isn't what went wrong.</summary>
    public static Wording? Unreadable(InvalidDataException unread)
    {
        for (Exception? e = unread; e is not null; e = e.InnerException)
        {
            if (e is JsonException json)
            {
                return new(
                    $"omr.json, baris {json.LineNumber + 1}, huruf {json.BytePositionInLine + 1}: bukan JSON yang sah",
                    $"omr.json, line {json.LineNumber + 1}, character {json.BytePositionInLine + 1}: no valid JSON");
            }
        }

        return unread.InnerException is FormatException wrong
            ? new($"omr.json: isinya tidak dapat dipakai ({wrong.Message})", $"omr.json: it can't be used ({wrong.Message})")
            : null;
    }

    private static IEnumerable<Wording> Faults(IConfigurationSection section, Type options)
    {
        var known = options.GetProperties();
        foreach (var setting in section.GetChildren())
        {
            if (Sections.Any(s => s.Section.Equals(setting.Path, StringComparison.OrdinalIgnoreCase)))
                continue;
            var property = known.FirstOrDefault(p => p.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
            var faults = property is null
                ? [Unknown(setting.Path, known)]
                : property.PropertyType.GetElementType() is { IsPrimitive: false } element && element != typeof(string)
                ? setting.GetChildren().SelectMany(c => Faults(c, element))
                : Value(setting, property);
            foreach (var fault in faults)
                yield return fault;
        }
    }

    private static Wording Unknown(string path, IEnumerable<PropertyInfo> known)
    {
        var names = string.Join(", ", known.Select(p => p.Name));
        return new($"omr.json: {path} tidak dikenal; yang ada: {names}", $"omr.json: {path} is unknown; there are: {names}");
    }

    private static IEnumerable<Wording> Value(IConfigurationSection setting, PropertyInfo property)
    {
        if (property.Name == nameof(ServiceOptions.TrustedProxies))
            return Addresses(setting);
        if (property.GetCustomAttribute<RangeAttribute>() is not { } range)
            return [];
        var isWhole = property.PropertyType == typeof(int);
        var (least, most) = (Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture));
        var style = isWhole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (decimal.TryParse(setting.Value, style, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return [];
        var (number, angka) = isWhole ? ("a whole number", "bilangan bulat") : ("a number", "bilangan");
        return
        [
            new(
                FormattableString.Invariant($"omr.json: {setting.Path} harus {angka} {least} sampai {most}, bukan '{setting.Value}'"),
                FormattableString.Invariant($"omr.json: {setting.Path} must be {number} from {least} to {most}, not '{setting.Value}'")),
        ];
    }

    private static IEnumerable<Wording> Addresses(IConfigurationSection setting) => setting.Value is { Length: > 0 } single
        ? [new($"omr.json: {setting.Path} harus daftar alamat, [\"{single}\"]", $"omr.json: {setting.Path} must be a list of addresses, [\"{single}\"]")]
        : setting.GetChildren().Where(a => !IsAddress(a.Value)).Select(a => new Wording(
            $"omr.json: {a.Path} harus alamat IP seperti 10.0.0.5, bukan '{a.Value}'",
            $"omr.json: {a.Path} must be an IP address like 10.0.0.5, not '{a.Value}'"));

    // Of IPv4 all four numbers: the framework would take 10.5 for 10.0.0.5.
    private static bool IsAddress(string? text) =>
        IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text);
}
