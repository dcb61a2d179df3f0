package org.sandglass.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.ResolvedMixture;
import org.sandglass.target.Split;
import org.sandglass.target.Targets;

/// The sequence of every target and split, in every format: a row depends on its place alone.
class DataSetPrefixTest {
    private static final List<String> FORMATS = List.of("npy", "npz", "csv", "parquet");
    private static final long FAR = 1_000_000_000_000L;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> rowsDependOnTheirPlaceAlone() {
        return Targets.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    ResolvedMixture mixture =
                            MixtureSpec.argument("--mixture", name).resolve();
                    for (Split split : Split.values()) {
                        for (long offset : new long[] {0, FAR}) {
                            double[] rows =
                                    rows(mixture, split, offset, 12, 2, "npy").data();
                            for (String format : FORMATS) {
                                Points part = rows(mixture, split, offset + 4, 5, 1, format);
                                assertThat(part.data())
                                        .as("%s %s from %d on as %s", name, split, offset + 4, format)
                                        .isEqualTo(Arrays.copyOfRange(rows, 4 * part.d(), 9 * part.d()));
                            }
                        }
                    }
                }));
    }

    private Points rows(ResolvedMixture mixture, Split split, long offset, long n, int threads, String format)
            throws IOException {
        Path file = folder.resolve("rows." + format);
        DataSet data = new DataSet(
                mixture, Optional.empty(), new TimeChoice.One(0), new Draws.Own(7, split), List.of(), Units.NONE);
        try (Workers workers = Workers.of(threads)) {
            data.write(offset, n, layout -> ArrayFiles.create(file, layout), workers, (_, _, _) -> {});
        }
        return ArrayFiles.readPoints(file, Selection.usual());
    }
}
