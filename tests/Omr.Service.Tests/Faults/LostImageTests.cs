using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Faults;

/// <summary>An image that the ledger knows of and the vault can't give: no fault of the paper, so it is not refused.</summary>
public sealed class LostImageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task It_is_told_and_waits_while_others_are_read_and_is_read_when_it_is_back()
    {
        var bytes = await File.ReadAllBytesAsync(Misreads.Path("swapped-digits-lost-1.tif"), Stop);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using (var store = new Store(DataFolder.DatabaseOf(_folder.Path)))
        {
            await store.MigrateAsync(Stop);
            await store.WriteAsync(db => NoteAsync(db, hash), Stop);
        }

        await using var service = await Watched.StartAsync(_folder);
        await service.ToldAsync("lost.tif tidak terbaca dari vault, menunggu");
        File.Copy(Misreads.Path("swapped-digits-lost-2.tif"), Path.Combine(_folder.Path, "drop/other.tif"));
        await Watched.UntilAsync(
            () => service.App.Store.ReadAsync(async db => await db.Pages.CountAsync(Stop) == 1, Stop), () => "the other wasn't read");

        var place = Directory.CreateDirectory(Path.Combine(_folder.Path, "vault", hash[..2])).FullName;
        await File.WriteAllBytesAsync(Path.Combine(place, hash), bytes, Stop);

        await service.ReadAsync(2);
        await service.ToldAsync("baik");
    }

    private static async Task NoteAsync(OmrDatabase db, string hash)
    {
        var file = new FileRow { Sha256 = hash, Bytes = 1, ReceivedAt = DateTime.UnixEpoch };
        db.Files.Add(file);
        await db.SaveChangesAsync(Stop);
        db.Arrivals.Add(new() { FileId = file.Id, Name = "lost.tif", Room = "", Modified = DateTime.UnixEpoch, At = DateTime.UnixEpoch, IsDuplicate = false });
    }
}
