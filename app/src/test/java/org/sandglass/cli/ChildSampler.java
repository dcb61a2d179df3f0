package org.sandglass.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sandglass.format.NpyStream;
import org.sandglass.format.NumberArray;
import org.sandglass.linalg.Points;

/// Another program that samples a flow by DDIM, or breaks the contract in the way that its first word says.
final class ChildSampler {
    private ChildSampler() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        System.err.println("child at work");
        switch (args[0]) {
            case "fail" -> System.exit(5);
            case "hang" -> Thread.sleep(600_000);
            case "chatter" -> System.out.println("hello");
            case "die" -> {
                System.out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M'});
                System.out.flush();
                System.exit(7);
            }
            case "nothing" -> System.err.println("no file");
            case "one-question" -> ask(read(options), List.of());
            case "late" -> ask(read(options), List.of(1.5));
            default -> write(options, sample(args[0], options));
        }
    }

    private static Points sample(String way, Map<String, String> options) throws IOException {
        Points x = read(options);
        if (way.equals("wide")) {
            return Points.zeros(x.n(), x.d() + 1);
        }
        int steps = Integer.parseInt(options.get("--steps"));
        for (int i = 0; i < steps; i++) {
            double t = 1 - (double) i / steps;
            double s = 1 - (double) (i + 1) / steps;
            Points x0 = ask(x, way.equals("each") ? java.util.Collections.nCopies(x.n(), t) : List.of(t));
            for (int j = 0; j < x.data().length; j++) {
                double noise = (x.data()[j] - (1 - t) * x0.data()[j]) / t;
                x.data()[j] = (way.equals("no-alpha") ? 1 : 1 - s) * x0.data()[j] + s * noise;
            }
        }
        if (way.equals("nan")) {
            x.data()[0] = Double.NaN;
        }
        return x;
    }

    private static final PushbackInputStream ANSWERS = NpyStream.of(System.in);

    private static Points ask(Points x, List<Double> times) throws IOException {
        NpyStream.write(NumberArray.of(x), System.out);
        double[] t = times.stream().mapToDouble(each -> each).toArray();
        if (t.length > 0) {
            NpyStream.write(NumberArray.wrap(t.length == 1 ? List.of() : List.of(t.length), t), System.out);
        }
        System.out.flush();
        return t.length == 0
                ? x
                : NpyStream.read("answer", ANSWERS).orElseThrow().points();
    }

    private static Points read(Map<String, String> options) throws IOException {
        try (PushbackInputStream in = NpyStream.of(Files.newInputStream(Path.of(options.get("--noise"))))) {
            return NpyStream.read("noise", in).orElseThrow().points();
        }
    }

    private static void write(Map<String, String> options, Points x) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(options.get("--out")))) {
            NpyStream.write(NumberArray.of(x), out);
        }
    }
}
