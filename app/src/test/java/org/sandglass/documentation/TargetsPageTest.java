package org.sandglass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sandglass.specification.TargetFamily;
import org.sandglass.target.Precision;
import org.sandglass.target.Publication;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;

/// The tables of `docs/targets.md` are those of the registry.
class TargetsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "targets.md");
    private static final String START = "<!-- tables of the registry, checked by TargetsPageTest -->\n";

    /// The page with the tables that it should have stands in `app/target/targets.md` after a failure.
    @Test
    void thePageHasTheTablesOfTheRegistry() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(START) + START.length());
        String expected = head + tables();
        Files.writeString(Path.of("target", "targets.md"), expected);
        assertThat(page).as("copy app/target/targets.md to docs/targets.md").isEqualTo(expected);
    }

    private static String tables() {
        StringBuilder out = new StringBuilder();
        for (Publication publication : Publication.values()) {
            List<Target> targets = Targets.all().stream()
                    .filter(target -> target.publication() == publication)
                    .toList();
            if (!targets.isEmpty()) {
                out.append("\n### ").append(publication.title()).append("\n\n");
                out.append(publication.reference()).append(".\n\n");
                out.append("| name | K | D | what | numbers |\n|---|---|---|---|---|\n");
                targets.forEach(target -> out.append(row(target)));
            }
        }
        out.append("\n## Families\n\n| `target:` | what | keys and defaults |\n|---|---|---|\n");
        out.append("| `isotropic` | modes of one width at given places | means: K x D, std: 1, weights or logits |\n");
        TargetFamily.all().forEach(family -> out.append(row(family)));
        out.append(
                "\n## Published, but no mixtures of Gaussians\n\n| name | from | what | why not |\n|---|---|---|---|\n");
        Targets.others()
                .forEach(other -> out.append("| `%s` | %s | %s | %s |%n"
                        .formatted(other.name(), other.publication().title(), other.title(), other.reason())));
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static String row(Target target) {
        String numbers = target.details()
                + (target.precision() == Precision.FLOAT32 && !target.details().contains("float32") ? ", float32" : "")
                + (target.logNormaliser() == 0 ? "" : "; ln Z = " + target.logNormaliser())
                + (target.measurement().isPresent() ? "; with a measurement" : "");
        return "| `%s` | %d | %d | %s | %s |\n"
                .formatted(target.name(), target.k(), target.d(), target.title(), numbers);
    }

    private static String row(TargetFamily family) {
        String defaults = family.defaults().entrySet().stream()
                .map(entry ->
                        entry.getKey() + ": " + entry.getValue().toString().replaceAll("\\.0(?=[,\\]]|$)", ""))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |\n".formatted(family.name(), family.title(), defaults);
    }
}
