package org.sandglass.specification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Ddpm;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.Karras;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.PowerInterpolant;
import org.sandglass.schedule.SubVp;
import org.sandglass.schedule.VarianceExploding;

/// The processes that a file can name, with their parameters and defaults.
enum ProcessType {
    VP_LINEAR("vp-linear"),
    VP_COSINE("vp-cosine"),
    SUB_VP("sub-vp"),
    VE("ve"),
    KARRAS("karras"),
    EDM("edm"),
    FLOW("flow"),
    INTERPOLANT("interpolant"),
    DDPM("ddpm");

    private final String word;

    ProcessType(String word) {
        this.word = word;
    }

    static Optional<ProcessType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ProcessType::word).toList();
    }

    String word() {
        return word;
    }

    /// The keys and their defaults, in the order of the documentation.
    SequencedMap<String, Double> defaults() {
        SequencedMap<String, Double> defaults = new LinkedHashMap<>();
        switch (this) {
            case VP_LINEAR, SUB_VP -> {
                defaults.put("beta-min", 0.1);
                defaults.put("beta-max", 20.0);
            }
            case VP_COSINE -> defaults.put("offset", 0.008);
            case VE -> {
                defaults.put("sigma-min", 0.01);
                defaults.put("sigma-max", 50.0);
            }
            case KARRAS -> {
                defaults.put("sigma-min", 4e-4);
                defaults.put("sigma-max", 160.0);
                defaults.put("rho", 7.0);
                defaults.put("sigma-data", 1.0);
            }
            case EDM -> defaults.put("sigma-max", 80.0);
            case FLOW -> {}
            case INTERPOLANT -> {
                defaults.put("signal-power", 1.0);
                defaults.put("noise-power", 1.0);
            }
            case DDPM -> {
                defaults.put("beta-start", 1e-4);
                defaults.put("beta-end", 0.02);
                defaults.put("steps", 1000.0);
            }
        }
        if (this != EDM) {
            defaults.put("end", 1.0);
        }
        return defaults;
    }

    /// The schedule with the values of all keys.
    NoiseSchedule schedule(ToDoubleFunction<String> v) {
        return switch (this) {
            case VP_LINEAR ->
                new LinearVp(v.applyAsDouble("beta-min"), v.applyAsDouble("beta-max"), v.applyAsDouble("end"));
            case SUB_VP -> new SubVp(v.applyAsDouble("beta-min"), v.applyAsDouble("beta-max"), v.applyAsDouble("end"));
            case VP_COSINE -> new CosineVp(v.applyAsDouble("offset"), v.applyAsDouble("end"));
            case VE ->
                new VarianceExploding(
                        v.applyAsDouble("sigma-min"), v.applyAsDouble("sigma-max"), v.applyAsDouble("end"));
            case KARRAS ->
                new Karras(
                        v.applyAsDouble("sigma-min"),
                        v.applyAsDouble("sigma-max"),
                        v.applyAsDouble("rho"),
                        v.applyAsDouble("sigma-data"),
                        v.applyAsDouble("end"));
            case EDM -> new Edm(v.applyAsDouble("sigma-max"));
            case FLOW -> new Flow(v.applyAsDouble("end"));
            case INTERPOLANT ->
                new PowerInterpolant(
                        v.applyAsDouble("signal-power"), v.applyAsDouble("noise-power"), v.applyAsDouble("end"));
            case DDPM ->
                new Ddpm(
                        v.applyAsDouble("beta-start"),
                        v.applyAsDouble("beta-end"),
                        (int) v.applyAsDouble("steps"),
                        v.applyAsDouble("end"));
        };
    }

    /// A complaint of the schedule's, with parameters spelt as in files: `beta-min` for `betaMin`.
    String inOurWords(String message) {
        String text = message;
        for (String key : defaults().keySet()) {
            text = text.replace(camelCase(key), key);
        }
        return text.replaceAll(
                "\\b(LinearVp|CosineVp|SubVp|VarianceExploding|Karras|Edm|Flow|PowerInterpolant|Ddpm)\\b", word);
    }

    private static String camelCase(String key) {
        List<String> parts = List.of(key.split("-", -1));
        StringBuilder camel = new StringBuilder(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            camel.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return camel.toString();
    }
}
