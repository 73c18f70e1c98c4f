using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Omr.Simulator.Scanning;

/// <summary>The line of sensors: light of the lamp, streaks, noise, then the tone curve to grey levels.</summary>
internal sealed class SensorLine
{
    private const int NoiseLength = 1 << 16;

    // Steps of the tone curve for each grey level.
    private const int Fine = 8;

    // Light may exceed white by half (a light streak) before the sensor is full.
    private const int Top = (255 * Fine * 3 / 2) - 1;

    private static readonly float[] Noise = MakeNoise();

    private readonly ScannerState _state;
    private readonly Chance _chance;
    private readonly float[] _gain;
    private readonly byte[] _curve;
    private readonly int[] _index;

    public SensorLine(ScannerState state, int width, double mm, Chance chance)
    {
        (_state, _chance) = (state, chance);
        (_gain, _index) = (new float[width], new int[width]);
        for (var x = 0; x < width; x++)
            _gain[x] = 1 - Loss(state.LampAcross, x / (double)width);
        foreach (var streak in state.Streaks)
            Draw(streak, mm);
        _curve = Curve(state);
    }

    /// <summary>Reads a line of light.</summary>
    /// <param name="light">Light in 1/255 of all.</param>
    /// <param name="height">Place of the line, 0 the top and 1 the bottom.</param>
    /// <param name="levels">Grey levels.</param>
    public void Read(ReadOnlySpan<float> light, double height, Span<byte> levels)
    {
        var lamp = 1 - Loss(_state.LampAlong, height);
        var noise = Noise.AsSpan(_chance.Below(NoiseLength - light.Length), light.Length);
        var deviation = (float)(_state.Noise * Fine);
        var gain = _gain.AsSpan(0, light.Length);
        Index(light, gain, noise, lamp * Fine, deviation);
        for (var x = 0; x < levels.Length; x++)
            levels[x] = _curve[_index[x]];
    }

    // Places in the tone curve, several at a time with the same roundings as one by one. They are looked up by
    // themselves: gathering them is slower.
    private void Index(
        ReadOnlySpan<float> light, ReadOnlySpan<float> gain, ReadOnlySpan<float> noise, float lamp, float deviation)
    {
        var l = MemoryMarshal.Cast<float, Vector256<float>>(light);
        var g = MemoryMarshal.Cast<float, Vector256<float>>(gain);
        var n = MemoryMarshal.Cast<float, Vector256<float>>(noise);
        var to = MemoryMarshal.Cast<int, Vector256<int>>(_index.AsSpan());
        var (zero, top) = (Vector256<float>.Zero, Vector256.Create((float)Top));
        for (var i = 0; i < l.Length; i++)
        {
            var signal = (l[i] * g[i] * lamp) + (n[i] * deviation) + Vector256.Create(0.5f);
            to[i] = Vector256.ConvertToInt32Native(Vector256.Min(Vector256.Max(signal, zero), top));
        }

        for (var x = l.Length * Vector256<float>.Count; x < light.Length; x++)
            _index[x] = (int)Math.Clamp((light[x] * gain[x] * lamp) + (noise[x] * deviation) + 0.5f, 0, Top);
    }

    /// <summary>The grey level of that reflectance under full light.</summary>
    public byte Level(double reflectance) => _curve[Math.Clamp((int)(reflectance * 255 * Fine), 0, Top)];

    // Share of light lost at a place from 0 to 1: all of it at 1, or at 0 for a negative loss.
    private static float Loss(double largest, double place) =>
        (float)(largest < 0 ? largest * (place - 1) : largest * place);

    private void Draw(Streak streak, double mm)
    {
        var (left, right) = (streak.Place - (streak.Width / 2), streak.Place + (streak.Width / 2));
        for (var x = 0; x < _gain.Length; x++)
        {
            // How much of this sensor's width the streak covers.
            var (from, to) = (x * mm, (x + 1) * mm);
            var covered = Math.Min(to, right) - Math.Max(from, left);
            if (covered > 0)
                _gain[x] *= (float)(1 + ((streak.Gain - 1) * covered / mm));
        }
    }

    private static byte[] Curve(ScannerState state)
    {
        var curve = new byte[Top + 1];
        for (var i = 0; i <= Top; i++)
        {
            var share = ((i / (255.0 * Fine)) - state.Black) / (state.White - state.Black);
            curve[i] = (byte)((255 * Math.Pow(Math.Clamp(share, 0, 1), state.Gamma)) + 0.5);
        }

        return curve;
    }

    private static float[] MakeNoise()
    {
        var chance = new Chance(2, 0, Chance.Purpose.Texture);
        var noise = new float[NoiseLength];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (float)chance.Around(1);
        return noise;
    }
}
