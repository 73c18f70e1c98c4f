using System.CommandLine;
using Omr.Scanner.Native;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Cli;

/// <summary><c>omr admin create-user</c> and <c>create-key</c>: accounts that may be used at once.</summary>
internal sealed class CreateAccount
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _name;
    private readonly Option<string> _role = new("--role") { Required = true };
    private readonly Option<string> _scope = new("--scope") { HelpName = "KAB[-LOKASI[-RUANG]]", DefaultValueFactory = _ => "" };
    private readonly Option<string> _data;

    public CreateAccount(Terminal terminal)
    {
        _terminal = terminal;
        _name = new("NAME") { Description = terminal.Say("Nama akun", "Name of the account") };
        var roles = Enum.GetNames<Role>().Select(r => r.ToLowerInvariant()).ToArray();
        (_role.HelpName, _role.Description) = (string.Join('|', roles), terminal.Say("Peran", "Role"));
        _role.AcceptOnlyFromAmong(roles);
        _scope.Description = terminal.Say("Wilayah; tanpa ini seluruh provinsi", "Region; without it the whole province");
        _scope.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && Region.Parse(word.Value) is null)
                result.AddError(_scope.HelpName!);
        });
        _data = ServeVerb.Data(terminal);
    }

    /// <summary>For a person.</summary>
    public Verb User()
    {
        var person = new Option<string>("--person")
        {
            HelpName = "NIP",
            Description = _terminal.Say(
                "Siapa pemakainya, misalnya NIP; satu orang dengan dua akun tidak dapat menyetujui usulannya sendiri",
                "Who uses it, by a number of theirs; one person with two accounts can't approve their own proposal"),
        };
        var verb = Verb(
            "create-user",
            _terminal.Say("Membuat akun pengguna dan menampilkan kata sandinya satu kali", "Creates a user and shows the password once"),
            "omr admin create-user siti --role verifikator --person 198501012010122001",
            (accounts, parsed, name, role, region, stop) =>
                accounts.CreateUserAsync(name, parsed.GetValue(person) ?? name, role, region, stop));
        verb.Add(person);
        return verb;
    }

    /// <summary>For a machine.</summary>
    public Verb Key() => Verb(
        "create-key",
        _terminal.Say("Membuat kunci API dan menampilkannya satu kali", "Creates an API key and shows it once"),
        "omr admin create-key dinas-051 --role korkab --scope 051",
        static (accounts, _, name, role, region, stop) => accounts.CreateKeyAsync(name, role, region, stop));

    private Verb Verb(
        string word,
        string description,
        string example,
        Func<Accounts, ParseResult, string, Role, Region, CancellationToken, Task<string?>> create)
    {
        var verb = new Verb(word, description, example) { _name, _role, _scope, _data };
        verb.SetAction(async (parsed, stop) =>
        {
            var (root, name) = (parsed.GetRequiredValue(_data), parsed.GetRequiredValue(_name));
            var role = Enum.Parse<Role>(parsed.GetRequiredValue(_role), ignoreCase: true);
            if (AdminVerb.Missing(root) is { } missing)
                return _terminal.Fail(_terminal.Say(missing.Indonesian, missing.English));
            if (!Accounts.IsName(name))
            {
                return _terminal.Fail(_terminal.Say(
                    "NAME: 1 sampai 64 huruf, angka, titik, garis; bukan omr", "NAME: 1 to 64 letters, digits, dots, dashes; not omr"));
            }

            FileModes.OwnerOnly();
            await using var store = new Store(DataFolder.DatabaseOf(root));
            await store.MigrateAsync(stop);
            var region = Region.Parse(parsed.GetRequiredValue(_scope))!;
            if (await create(new(store, TimeProvider.System), parsed, name, role, region, stop) is not { } secret)
            {
                return _terminal.Fail(_terminal.Say(
                    $"nama {name} sudah dipakai; pilih nama lain", $"the name {name} is taken; choose another"));
            }

            await _terminal.Out.WriteLineAsync(secret);
            return ExitCode.Done;
        });
        return verb;
    }
}
