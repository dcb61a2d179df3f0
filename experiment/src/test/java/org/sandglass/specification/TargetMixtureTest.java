package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.format.InputException;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;

/// Targets and families as documents.
class TargetMixtureTest {
    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Stream.concat(
                        Targets.names().stream(), TargetFamily.all().stream().map(TargetFamily::name))
                .distinct();
    }

    private static TargetMixture target(String yaml) {
        return TargetMixture.argument("targets", yaml);
    }

    private static GaussianMixture only(MixtureSpec spec) {
        return spec.resolve().only("a test");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTargetsFileIsReadAgainBitForBit(String name) throws IOException {
        GaussianMixture published = only(target(name));
        for (String suffix : List.of(".yaml", ".json")) {
            Path file = folder.resolve(name + suffix);
            SequencedMap<String, Object> document = target(name).explicit().toDocument();
            Files.writeString(file, DocumentWriter.text(document, file));
            MixtureSpec read = MixtureSpec.argument("--mixture", file.toString());
            assertThat(read.toDocument()).isEqualTo(document);
            assertThat(only(read).means().data())
                    .containsExactly(published.means().data());
            assertThat(only(read).logWeights()).containsExactly(published.logWeights());
            assertThat(only(read).covariances()).isEqualTo(published.covariances());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWasLeftOutStandsInTheWrittenDocument(String name) {
        SequencedMap<String, Object> document = target(name).toDocument();
        assertThat(document).containsEntry("target", name);
        TargetFamily.find(name)
                .ifPresent(family -> assertThat(document.keySet()).containsAll(family.keyNames()));
        String again = DocumentWriter.text(document, Path.of("x.json"));
        assertThat(target(again).toDocument()).isEqualTo(document);
        assertThat(only(target(again)).means().data())
                .containsExactly(only(target(name)).means().data());
    }

    @Test
    void familiesStandInTheOrderOfTheirNames() {
        assertThat(OwnFamilies.all()).extracting(TargetFamily::name).isEqualTo(FamilyNames.OWN);
        assertThat(PublishedFamilies.all()).extracting(TargetFamily::name).isEqualTo(FamilyNames.PUBLISHED);
    }

    /// A family that bears a target's name is that target when nothing is said.
    @Test
    void defaultsOfAFamilyAreThePublishedTarget() {
        for (Target published : Targets.all()) {
            Target found = target(published.name()).target();
            assertThat(found.means().data()).containsExactly(published.means().data());
            assertThat(found.spread()).isEqualTo(published.spread());
            assertThat(found.weighting()).isEqualTo(published.weighting());
            assertThat(found.source()).isEqualTo(published.source());
        }
    }

    @Test
    void anotherDimensionDrawsAllNumbersAnew() {
        Target fifty = target("{target: gmm40-fab, dimension: 50}").target();
        assertThat(fifty.d()).isEqualTo(50);
        assertThat(fifty.means().row(0)).startsWith(-0.2994728088378906, 21.457744598388672, -32.92180633544922);
        assertThat(target("{target: diffuse-fixed, dimension: 3}").target().d()).isEqualTo(3);
        assertThat(target("{target: gmm40-fab, seed: 12345678901}").toDocument())
                .containsEntry("seed", 12345678901L);
    }

    @Test
    void theNotesNameTitleSourceAndLogNormaliser() {
        assertThat(target("zod-mc-1d").explicit().toDocument())
                .containsEntry("title", "three modes on a line")
                .containsEntry("log-normaliser", StrictMath.log(0.99))
                .containsEntry("weights", List.of(0.33, 0.33, 0.33));
        assertThat(target("nine").explicit().toDocument()).doesNotContainKey("log-normaliser");
    }

    @Test
    void isotropicTakesMeansAndWeights() {
        TargetMixture given = target("{target: isotropic, means: [[0, 1], [2, 3]], logits: [0, -.inf]}");
        assertThat(only(given).weights()).containsExactly(1, 0);
        assertThat(given.toDocument().keySet()).containsExactly("target", "logits", "means", "std");
    }

    @Test
    void anInverseProblemGivesItsMeasurementByName() {
        GaussianMixture prior = only(target("mcgdiff-8-2"));
        Conditioned byName = prior.condition(
                MeasurementSpec.argument("--measurement", "mcgdiff-8-2").of(8));
        Conditioned inline = prior.condition(MeasurementSpec.argument("--measurement", "{target: mcgdiff-8-2}")
                .of(8));
        String written = DocumentWriter.text(target("mcgdiff-8-2").measurement("targets"), Path.of("y.json"));
        Conditioned file = prior.condition(
                MeasurementSpec.argument("--measurement", written).of(8));
        assertThat(byName.logEvidence()).isEqualTo(inline.logEvidence()).isEqualTo(file.logEvidence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gmm40                                    | "gmm40" names several published targets; say which: gmm40-fab
        diffuse                                  | "diffuse" names several published targets
        student-t-mixture                        | "student-t-mixture" is no mixture of Gaussians: its components are
        dds-toy-rings                            | is no mixture of Gaussians
        symmetric                                | unknown target "symmetric"; did you mean "symmetric-11"?
        {target: diffuse-simple, seed: 3000000000} | seed must be <= 2147483647, got 3000000000
        gmm40-fabb                               | did you mean "gmm40-fab"?
        isotropic                                | needs means
        {target: ring, radios: 3}                | unknown key "radios"; did you mean "radius"?
        {target: ring, radius: -1}               | radius must be > 0, got -1
        {target: ring, components: 0}            | components must be >= 1, got 0
        {target: random, covariance: fool}       | covariance must be one of isotropic, diagonal, full, got "fool"
        {target: random, stds: [2, 1]}           | stds must run upwards, got [2, 1]
        {target: random, stds: [0, 1]}           | stds[0] must be > 0, got 0
        {target: isotropic-uniform, range: 40}   | range must be two numbers [from, to], got 40
        {target: isotropic-uniform, seed: -1}    | seed must be >= 0, got -1
        {target: grid, dimension: 30}            | more than 2e7 numbers
        {target: nine, dimension: 3}             | unknown key "dimension"
        {target: nine, std: 3}                   | holds both target and std; give one of them
        {target: isotropic, means: [1, 2]}       | means must be K x D numbers, got 2
        {target: isotropic, means: [[1]], std: 0} | std must be > 0, got 0
        """)
    void mistakesAreToldInOneLine(String argument, String message) {
        assertThatThrownBy(() -> MixtureSpec.argument("--mixture", argument))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--mixture")
                .hasMessageContaining(message);
    }

    @Test
    void aTargetWithoutMeasurementSaysSo() {
        assertThatThrownBy(() -> MeasurementSpec.argument("--measurement", "{target: nine}"))
                .isInstanceOf(InputException.class)
                .hasMessage("--measurement: target nine is no inverse problem: it was published without a measurement");
        assertThatThrownBy(() -> MeasurementSpec.argument("--measurement", "nowhere"))
                .hasMessageContaining("--measurement: unknown target \"nowhere\"");
    }
}
