namespace Omr.Benchmarks.Folder;

/// <summary>Loads files into one buffer, so that loading gives the garbage collector nothing to do between reads.</summary>
internal sealed class FileBytes
{
    private byte[] _buffer = [];

    public ReadOnlyMemory<byte> Load(string path)
    {
        using var file = File.OpenHandle(path);
        var length = (int)RandomAccess.GetLength(file);
        if (_buffer.Length < length)
            _buffer = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file, _buffer.AsSpan(read, length - read), read) is var got and > 0)
            read += got;
        return _buffer.AsMemory(0, read);
    }
}
