package org.sandglass.replica;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The normals of numpy's `default_rng().standard_normal()`: a ziggurat of 256 layers.
///
/// Marsaglia & Tsang (2000), with the change of Doornik (2005); tables read off numpy, since no formula gives their
/// bits. The exponential and the logarithm decide one draw in about 3500 and may differ from another library's in
/// the last place; the words read are the same for all but about one draw in 10¹⁶.
public final class Ziggurat {
    private static final double R = 0x1.d3bb48209ad33p+1;
    private static final double INVERSE_R = 0x1.183aa6c20e8c1p-2;

    private static final long[] KI = new long[256];
    private static final double[] WI = new double[256];
    private static final double[] FI = new double[256];

    static {
        List<String> lines = lines();
        for (int i = 0; i < 256; i++) {
            String[] entries = lines.get(i).split(" ");
            KI[i] = Long.parseLong(entries[0], 16);
            WI[i] = Double.parseDouble(entries[1]);
            FI[i] = Double.parseDouble(entries[2]);
        }
    }

    private Ziggurat() {}

    /// The next number of `standard_normal()`.
    ///
    /// @param words where the bits come from; reads one word for 98.8% of the numbers, more for the others
    /// @return a standard normal number
    public static double next(Pcg64 words) {
        while (true) {
            long bits = words.nextLong();
            int layer = (int) (bits & 0xff);
            boolean negative = (bits & 0x100) != 0;
            long height = (bits >>> 9) & 0x000fffffffffffffL;
            double x = negative ? -(height * WI[layer]) : height * WI[layer];
            if (height < KI[layer]) {
                return x;
            }
            if (layer == 0) {
                return tail(words, (height & 0x100) != 0);
            }
            if ((FI[layer - 1] - FI[layer]) * words.nextDouble() + FI[layer] < StrictMath.exp(-0.5 * x * x)) {
                return x;
            }
        }
    }

    private static double tail(Pcg64 words, boolean negative) {
        while (true) {
            double x = -INVERSE_R * StrictMath.log1p(-words.nextDouble());
            double y = -StrictMath.log1p(-words.nextDouble());
            if (y + y > x * x) {
                return negative ? -(R + x) : R + x;
            }
        }
    }

    private static List<String> lines() {
        try (InputStream in = Ziggurat.class.getResourceAsStream("ziggurat.txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource ziggurat.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
