package org.sandglass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.launcher.Sandbox.Outcome;

/// The script `sandglass` at the root of the repository, with stand-ins for Java and Maven.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherTest {
    @TempDir
    Path temporary;

    private Sandbox sandbox;

    @BeforeEach
    void makeASandbox() throws IOException {
        sandbox = new Sandbox(temporary);
    }

    @Test
    void startsTheFirstJdkThatIsNewEnough() throws Exception {
        sandbox.jdk("a-8", "1.8.0_402");
        sandbox.jdk("b-17", "17.0.15");
        sandbox.jdk("c-25", "25");
        Outcome outcome = sandbox.start(sandbox.distribution().resolve("bin/sandglass"), "eval", "two words", "*", "");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "java 25",
                        "<--enable-native-access=ALL-UNNAMED>",
                        "<--sun-misc-unsafe-memory-access=allow>",
                        "<-Dsandglass.home=" + sandbox.distribution() + ">",
                        "<-XX:+UseSerialGC>",
                        "<-Dsandglass.watched=false>",
                        "<--add-modules>",
                        "<jdk.incubator.vector>",
                        "<-jar>",
                        "<" + sandbox.root().toRealPath() + "/unpacked/lib/sandglass-app-1.jar>",
                        "<eval>",
                        "<two words>",
                        "<*>",
                        "<>");
    }

    @Test
    void theVariablesForJavaComeBeforeTheSearch() throws Exception {
        Path launcher = sandbox.distribution().resolve("bin/sandglass");
        sandbox.jdk("found", "25.0.1");
        Path outside = Files.move(sandbox.jdk("named", "26-ea"), sandbox.root().resolve("my jdk"));
        sandbox.with("JAVA_HOME", outside.toString());
        assertThat(sandbox.start(launcher).out()).startsWith("java 26-ea\n");
        sandbox.with("SANDGLASS_JAVA_HOME", sandbox.root().resolve("jdks/found").toString());
        assertThat(sandbox.start(launcher).out()).startsWith("java 25.0.1\n");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        sandbox.jdk("new", "25.0.1");
        sandbox.with("JAVA_HOME", sandbox.jdk("old", "17.0.15").toString());
        assertThat(sandbox.start(sandbox.distribution().resolve("bin/sandglass"))
                        .out())
                .startsWith("java 25.0.1\n");
    }

    @Test
    void theJavaOnThePathIsFollowedToItsJdk() throws Exception {
        Path home = Files.move(sandbox.jdk("far", "27"), sandbox.root().resolve("far"));
        Files.createSymbolicLink(sandbox.root().resolve("tools/java"), home.resolve("bin/java"));
        assertThat(sandbox.start(sandbox.distribution().resolve("bin/sandglass"))
                        .out())
                .startsWith("java 27\n");
    }

    @Test
    void aMissingJdkIsNamedInOneSentenceAndAHint() throws Exception {
        sandbox.jdk("old", "21.0.2");
        Outcome outcome = sandbox.start(sandbox.distribution().resolve("bin/sandglass"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .containsExactly(
                        "sandglass: needs a JDK 25 or newer, and found none by JAVA_HOME, on PATH or in the usual folders",
                        "sandglass: install one, or point SANDGLASS_JAVA_HOME to its folder");
    }

    @Test
    void aChosenJdkThatIsTooOldIsNotSilentlyReplaced() throws Exception {
        sandbox.jdk("new", "25");
        Path old = sandbox.jdk("old", "17.0.15");
        Outcome outcome = sandbox.with("SANDGLASS_JAVA_HOME", old.toString())
                .start(sandbox.distribution().resolve("bin/sandglass"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "sandglass: SANDGLASS_JAVA_HOME must be a JDK 25 or newer, got " + old + " (Java 17.0.15)\n");
    }

    @Test
    void optionsAreAddedAndTheVectorModuleLeftOut() throws Exception {
        sandbox.jdk("new", "25");
        Outcome outcome = sandbox.with("SANDGLASS_JAVA_OPTS", "-Xmx1g  -Dstar=*")
                .with("SANDGLASS_VECTOR", "off")
                .start(sandbox.distribution().resolve("bin/sandglass"));
        assertThat(outcome.out())
                .startsWith(
                        "java 25\n<--enable-native-access=ALL-UNNAMED>\n<--sun-misc-unsafe-memory-access=allow>\n<-Dsandglass.home="
                                + sandbox.distribution()
                                + ">\n<-XX:+UseSerialGC>\n<-Dsandglass.watched=false>\n<-Xmx1g>\n<-Dstar=*>\n<-jar>\n");
    }

    @Test
    void worksThroughAChainOfLinksFromAnotherFolder() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("");
        Path link = sandbox.root().resolve("tools/sg");
        Files.createSymbolicLink(link, Path.of("..", "source tree", "sandglass"));
        Path second = Files.createSymbolicLink(sandbox.root().resolve("sg"), link);
        Path tree = sandbox.sourceTree();
        assertThat(sandbox.start(second, "--version").out())
                .contains("<" + tree.toRealPath() + "/app/target/sandglass/lib/sandglass-app-1.jar>\n<--version>");
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("");
        Path tree = sandbox.sourceTree();
        assertThat(sandbox.start(tree.resolve("sandglass")).err())
                .isEqualTo("sandglass: building (once, and again when sources change) ...\n");
        assertThat(sandbox.start(tree.resolve("sandglass")).err()).isEmpty();
        touchLater(tree.resolve("core/src/main/java/A.java"));
        assertThat(sandbox.start(tree.resolve("sandglass")).err()).contains("building");
        assertThat(Sandbox.mavenCalls(tree))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call).contains("-Dquick", "-o"));
    }

    @Test
    void aDeletedSourceAlsoMakesTheBuildStale() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("");
        Path tree = sandbox.sourceTree();
        sandbox.start(tree.resolve("sandglass"));
        Files.delete(tree.resolve("core/src/main/java/A.java"));
        touchLater(tree.resolve("core/src/main/java"));
        assertThat(sandbox.start(tree.resolve("sandglass")).err()).contains("building");
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("sleep 0.5");
        Path tree = sandbox.sourceTree();
        Process first = sandbox.launch(tree.resolve("sandglass"));
        Process second = sandbox.launch(tree.resolve("sandglass"));
        assertThat(Sandbox.ended(first).out()).startsWith("java 25\n");
        assertThat(Sandbox.ended(second).out()).startsWith("java 25\n");
        assertThat(Sandbox.mavenCalls(tree)).hasSize(1);
    }

    @Test
    void goesOnlineOnlyWhenSomethingIsMissing() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("[[ $* == *-o* ]] && { echo 'Cannot access central in offline mode'; exit 1; }");
        Path tree = sandbox.sourceTree();
        assertThat(sandbox.start(tree.resolve("sandglass")).exit()).isZero();
        assertThat(Sandbox.mavenCalls(tree)).singleElement().asString().doesNotContain("-o ");
    }

    @Test
    void aFailedBuildShowsItsLogAndStartsNothing() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("echo '[ERROR] A.java:[1,1] no such thing'; exit 1");
        Path tree = sandbox.sourceTree();
        Outcome outcome = sandbox.start(tree.resolve("sandglass"));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("[ERROR] A.java:[1,1] no such thing")
                .endsWith("sandglass: the build failed; all of its output is in " + tree.toRealPath()
                        + "/app/target/build.log\n");
        assertThat(sandbox.start(tree.resolve("sandglass")).exit()).isEqualTo(1);
    }

    @Test
    void anInterruptedBuildIsNoFailureOfTheSources() throws Exception {
        sandbox.jdk("new", "25");
        sandbox.maven("exit 130");
        Outcome outcome = sandbox.start(sandbox.sourceTree().resolve("sandglass"));
        assertThat(outcome.exit()).isEqualTo(130);
        assertThat(outcome.err()).doesNotContain("failed");
    }

    @Test
    void theBuildLeavesStandardInputToTheCommand() throws Exception {
        Path jdk = sandbox.jdk("new", "25");
        Sandbox.write(jdk.resolve("bin/java"), "#!/usr/bin/env bash\ncat\n");
        sandbox.maven("cat >swallowed");
        Process process = sandbox.launch(sandbox.sourceTree().resolve("sandglass"));
        process.outputWriter().append("points").flush();
        assertThat(Sandbox.ended(process).out()).isEqualTo("points");
    }

    @Test
    void anArchiveOfClassesIsMadeOnceForEachJdkAndUsed() throws Exception {
        Path first = sandbox.archivingJdk("new", "25", "echo classes >\"$archive\"");
        Path launcher = sandbox.distribution().resolve("bin/sandglass");
        Path lib = sandbox.root().toRealPath().resolve("unpacked/lib");
        String use = "<-XX:SharedArchiveFile=" + lib + "/classes-";
        assertThat(sandbox.start(launcher).out()).contains(use, "<-Xlog:cds*=off,aot*=off>");
        assertThat(sandbox.start(launcher).out()).contains(use);
        assertThat(Sandbox.dumps(first)).isEqualTo(1);
        Path second = sandbox.archivingJdk("other", "26", "echo classes >\"$archive\"");
        sandbox.with("SANDGLASS_JAVA_HOME", second.toString());
        assertThat(sandbox.start(launcher).out()).contains(use);
        assertThat(Sandbox.dumps(second)).isEqualTo(1);
        assertThat(lib.toFile().list()).hasSize(3);
    }

    @Test
    void anArchiveOlderThanAJarIsMadeAgain() throws Exception {
        Path jdk = sandbox.archivingJdk("new", "25", "echo classes >\"$archive\"");
        Path launcher = sandbox.distribution().resolve("bin/sandglass");
        sandbox.start(launcher);
        touchLater(sandbox.root().resolve("unpacked/lib/sandglass-app-1.jar"));
        assertThat(sandbox.start(launcher).out()).contains("SharedArchiveFile");
        assertThat(Sandbox.dumps(jdk)).isEqualTo(2);
    }

    @Test
    void anArchiveThatCannotBeMadeIsDoneWithoutAndNotTriedAgain() throws Exception {
        Path jdk = sandbox.archivingJdk("new", "25", "echo classes >\"$archive\"; echo no room >&2; exit 1");
        Path launcher = sandbox.distribution().resolve("bin/sandglass");
        for (int i = 0; i < 2; i++) {
            Outcome outcome = sandbox.start(launcher, "eval");
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out()).startsWith("java 25\n").doesNotContain("SharedArchiveFile");
        }
        assertThat(Sandbox.dumps(jdk)).isEqualTo(1);
    }

    @Test
    void anArchiveThatAnotherStartIsMakingIsNotWaitedFor() throws Exception {
        Path jdk = sandbox.archivingJdk("new", "25", "sleep 2; echo classes >\"$archive\"");
        Path launcher = sandbox.distribution().resolve("bin/sandglass");
        Process first = sandbox.launch(launcher);
        while (Sandbox.dumps(jdk) == 0) {
            Thread.sleep(20);
        }
        assertThat(sandbox.start(launcher).out()).startsWith("java 25\n").doesNotContain("SharedArchiveFile");
        assertThat(Sandbox.ended(first).out()).contains("SharedArchiveFile");
        assertThat(Sandbox.dumps(jdk)).isEqualTo(1);
    }

    @Test
    void withoutTheVectorModuleThereIsNoArchive() throws Exception {
        Path jdk = sandbox.archivingJdk("new", "25", "echo classes >\"$archive\"");
        Outcome outcome = sandbox.with("SANDGLASS_VECTOR", "off")
                .start(sandbox.distribution().resolve("bin/sandglass"));
        assertThat(outcome.out()).doesNotContain("SharedArchiveFile");
        assertThat(Sandbox.dumps(jdk)).isZero();
    }

    @Test
    void showsTheCommandInPlaceOfStartingIt() throws Exception {
        Path jdk = sandbox.jdk("new", "25");
        Outcome outcome = sandbox.with("SANDGLASS_SHOW_COMMAND", "1")
                .start(sandbox.distribution().resolve("bin/sandglass"), "eval", "two words");
        assertThat(outcome.out().lines()).startsWith(jdk + "/bin/java").endsWith("eval", "two words");
    }

    /// A second from now: file systems may keep times no finer than that.
    private static void touchLater(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(1)));
    }
}
