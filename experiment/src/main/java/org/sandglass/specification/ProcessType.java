package org.sandglass.specification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Ddpm;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.Karras;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.SubVp;
import org.sandglass.schedule.VarianceExploding;

/// The processes that a file can name, with their parameters and defaults.
enum ProcessType {
    VP_LINEAR(
            "vp-linear",
            p -> new LinearVp(p.get("beta-min"), p.get("beta-max"), p.get("end")),
            "beta-min", 0.1, "beta-max", 20.0, "end", 1.0),
    VP_COSINE("vp-cosine", p -> new CosineVp(p.get("offset"), p.get("end")), "offset", 0.008, "end", 1.0),
    SUB_VP(
            "sub-vp",
            p -> new SubVp(p.get("beta-min"), p.get("beta-max"), p.get("end")),
            "beta-min", 0.1, "beta-max", 20.0, "end", 1.0),
    VE(
            "ve",
            p -> new VarianceExploding(p.get("sigma-min"), p.get("sigma-max"), p.get("end")),
            "sigma-min", 0.01, "sigma-max", 50.0, "end", 1.0),
    KARRAS(
            "karras",
            p -> new Karras(
                    p.get("sigma-min"), p.get("sigma-max"), p.get("rho"), p.get("sigma-data"), p.get("end")),
            "sigma-min", 4e-4, "sigma-max", 160.0, "rho", 7.0, "sigma-data", 1.0, "end", 1.0),
    EDM("edm", p -> new Edm(p.get("sigma-max")), "sigma-max", 80.0),
    FLOW("flow", p -> new Flow(p.get("end")), "end", 1.0),
    DDPM(
            "ddpm",
            p -> new Ddpm(p.get("beta-start"), p.get("beta-end"), p.get("steps").intValue(), p.get("end")),
            "beta-start", 1e-4, "beta-end", 0.02, "steps", 1000.0, "end", 1.0);

    private final String word;
    private final Function<Map<String, Double>, NoiseSchedule> maker;
    private final SequencedMap<String, Double> defaults = new LinkedHashMap<>();

    ProcessType(String word, Function<Map<String, Double>, NoiseSchedule> maker, Object... defaults) {
        this.word = word;
        this.maker = maker;
        for (int i = 0; i < defaults.length; i += 2) {
            this.defaults.put((String) defaults[i], (Double) defaults[i + 1]);
        }
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

    SequencedMap<String, Double> defaults() {
        return defaults;
    }

    NoiseSchedule schedule(Map<String, Double> parameters) {
        return maker.apply(parameters);
    }

    /// A complaint of the schedule's, with parameters spelt as in files: `beta-min` for `betaMin`.
    String inOurWords(String message) {
        String text = message;
        for (String key : defaults.keySet()) {
            String[] parts = key.split("-");
            StringBuilder camel = new StringBuilder(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                camel.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
            }
            text = text.replace(camel, key);
        }
        return text.replaceAll("\\b(LinearVp|CosineVp|SubVp|VarianceExploding|Karras|Edm|Flow|Ddpm)\\b", word);
    }
}
