using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    public SensorLine(ScannerState state, int width, double mm, Chance chance)
    {
        (_state, _chance) = (state, chance);
        _gain = new float[width];
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
        var x = Avx2.IsSupported ? ReadMany(light, gain, noise, lamp * Fine, deviation, levels) : 0;
        for (; x < light.Length; x++)
        {
            var signal = (light[x] * gain[x] * (lamp * Fine)) + (noise[x] * deviation) + 0.5f;
            levels[x] = _curve[Math.Clamp((int)signal, 0, Top)];
        }
    }

    // Eight sensors at a time with the same roundings as one by one; how many were read.
    private unsafe int ReadMany(
        ReadOnlySpan<float> light, ReadOnlySpan<float> gain, ReadOnlySpan<float> noise, float lamp, float deviation,
        Span<byte> levels)
    {
        var (zero, top) = (Vector256<int>.Zero, Vector256.Create(Top));
        var (lamps, deviations, half) = (Vector256.Create(lamp), Vector256.Create(deviation), Vector256.Create(0.5f));
        var x = 0;
        fixed (float* l = light, g = gain, n = noise)
        fixed (byte* curve = _curve, to = levels)
        {
            for (; x + 8 <= light.Length; x += 8)
            {
                var signal = (Vector256.Load(l + x) * Vector256.Load(g + x) * lamps)
                    + (Vector256.Load(n + x) * deviations) + half;
                var at = Vector256.Min(Vector256.Max(Vector256.ConvertToInt32Native(signal), zero), top);
                var level = Avx2.GatherVector256((int*)curve, at, 1) & Vector256.Create(255);
                var words = Vector128.Narrow(level.GetLower(), level.GetUpper());
                Vector128.Narrow(words, words).AsByte().GetLower().Store(to + x);
            }
        }

        return x;
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
        // Three bytes more, since four are loaded at once.
        var curve = new byte[Top + 4];
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
