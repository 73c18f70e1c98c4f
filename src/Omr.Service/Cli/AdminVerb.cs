using System.CommandLine;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Cli;

/// <summary><c>omr admin</c>: accounts of people and machines. Works beside a running service.</summary>
internal static class AdminVerb
{
    /// <summary>The verb with its own verbs.</summary>
    public static Verb Make(Terminal terminal) => new(
        "admin",
        terminal.Say("Mengelola akun pengguna dan kunci API", "Manages accounts and API keys"),
        "omr admin create-key sistem-nilai --role sistem")
    {
        Create(
            "create-user",
            terminal.Say("Membuat akun pengguna dan menampilkan kata sandinya satu kali", "Creates a user and shows the password once"),
            "omr admin create-user siti --role verifikator",
            static (accounts, name, role, region, stop) => accounts.CreateUserAsync(name, role, region, stop),
            terminal),
        Create(
            "create-key",
            terminal.Say("Membuat kunci API dan menampilkannya satu kali", "Creates an API key and shows it once"),
            "omr admin create-key dinas-051 --role korkab --scope 051",
            static (accounts, name, role, region, stop) => accounts.CreateKeyAsync(name, role, region, stop),
            terminal),
    };

    private static Verb Create(
        string word,
        string description,
        string example,
        Func<Accounts, string, Role, Region, CancellationToken, Task<string?>> create,
        Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = terminal.Say("Nama akun", "Name of the account") };
        var roles = Enum.GetNames<Role>().Select(r => r.ToLowerInvariant()).ToArray();
        var role = new Option<string>("--role")
        {
            Required = true,
            HelpName = string.Join('|', roles),
            Description = terminal.Say("Peran", "Role"),
        };
        role.AcceptOnlyFromAmong(roles);
        var scope = new Option<string>("--scope")
        {
            HelpName = "KAB[-LOKASI[-RUANG]]",
            Description = terminal.Say("Wilayah; tanpa ini seluruh provinsi", "Region; without it the whole province"),
            DefaultValueFactory = _ => "",
        };
        scope.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && Region.Parse(word.Value) is null)
                result.AddError(scope.HelpName);
        });
        var data = ServeVerb.Data(terminal);
        var verb = new Verb(word, description, example) { name, role, scope, data };
        verb.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(name), Enum.Parse<Role>(parsed.GetRequiredValue(role), ignoreCase: true),
            Region.Parse(parsed.GetRequiredValue(scope))!, create, terminal, stop));
        return verb;
    }

    private static async Task<int> RunAsync(
        string root,
        string name,
        Role role,
        Region region,
        Func<Accounts, string, Role, Region, CancellationToken, Task<string?>> create,
        Terminal terminal,
        CancellationToken stop)
    {
        Directory.CreateDirectory(root);
        await using var store = new Store(DataFolder.DatabaseOf(root));
        await store.MigrateAsync(stop);
        if (await create(new(store, TimeProvider.System), name, role, region, stop) is not { } secret)
        {
            return terminal.Fail(terminal.Say(
                $"nama {name} sudah dipakai; pilih nama lain", $"the name {name} is taken; choose another"));
        }

        await terminal.Out.WriteLineAsync(secret);
        return ExitCode.Done;
    }
}
