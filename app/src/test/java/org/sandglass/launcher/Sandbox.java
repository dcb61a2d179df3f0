package org.sandglass.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder with the real launcher, JDKs that only echo their arguments, and a Maven that only makes a jar's
/// place.
final class Sandbox {
    /// How a start ended.
    record Outcome(int exit, String out, String err) {}

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Sandbox(Path root) throws IOException {
        this.root = Files.createDirectories(root.resolve("a folder"));
        Files.createDirectories(this.root.resolve("tools"));
        environment.put("PATH", this.root.resolve("tools") + ":/usr/bin:/bin");
        environment.put("HOME", this.root.toString());
        environment.put("SANDGLASS_JAVA_FOLDERS", this.root.resolve("jdks").toString());
    }

    Path root() {
        return root;
    }

    /// A source tree with the launcher and one source file.
    Path sourceTree() throws IOException {
        Path tree = Files.createDirectories(root.resolve("source tree"));
        write(tree.resolve("pom.xml"), "<project/>");
        write(tree.resolve("core/src/main/java/A.java"), "class A {}");
        launcherIn(tree.resolve("sandglass"));
        return tree;
    }

    /// An unpacked distribution.
    Path distribution() throws IOException {
        Path folder = root.resolve("unpacked");
        write(folder.resolve("lib/sandglass-app-1.jar"), "");
        launcherIn(folder.resolve("bin/sandglass"));
        return folder;
    }

    /// A JDK under the folder that is searched, whose `java` prints its version and its arguments.
    Path jdk(String name, String version) throws IOException {
        Path home = root.resolve("jdks").resolve(name);
        write(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "echo java " + version + "; for word in \"$@\"; do echo \"<$word>\"; done");
        script(home.resolve("bin/javac"), ":");
        return home;
    }

    /// A JDK whose `java` runs these lines of bash when it is asked to dump classes into the file `$archive`, and
    /// notes that it was.
    Path archivingJdk(String name, String version, String lines) throws IOException {
        Path home = jdk(name, version);
        script(home.resolve("bin/java"), """
                for word in "$@"; do
                    case $word in
                        -Xshare:dump) dump=yes ;;
                        -XX:DumpLoadedClassList=*) : >"${word#*=}" ;;
                        -XX:SharedArchiveFile=*) archive=${word#*=} ;;
                    esac
                done
                if [ -n "${dump:-}" ]; then
                    echo dump >>'%s/dumps'
                    %s
                    exit
                fi
                echo java %s; for word in "$@"; do echo "<$word>"; done
                """.formatted(home, lines, version));
        return home;
    }

    /// How often a JDK was asked to dump classes.
    static long dumps(Path jdk) throws IOException {
        Path calls = jdk.resolve("dumps");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /// A command `mvn` that runs these lines of bash, then makes the distribution and notes that it was called.
    void maven(String lines) throws IOException {
        script(root.resolve("tools/mvn"), """
                %s
                mkdir -p app/target/sandglass/lib
                touch app/target/sandglass/lib/sandglass-app-1.jar
                echo "$@" >>mvn.calls
                """.formatted(lines));
    }

    Sandbox with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Outcome start(Path launcher, String... words) throws IOException, InterruptedException {
        return ended(launch(launcher, words));
    }

    Process launch(Path launcher, String... words) throws IOException {
        var command = Stream.concat(Stream.of(launcher.toString()), Arrays.stream(words))
                .toList();
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    /// The arguments of each call of Maven in a source tree.
    static List<String> mavenCalls(Path tree) throws IOException {
        Path calls = tree.resolve("mvn.calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static void launcherIn(Path file) throws IOException {
        write(file, Files.readString(Path.of("..", "sandglass")));
        executable(file);
    }

    private static void script(Path file, String lines) throws IOException {
        write(file, "#!/usr/bin/env bash\n" + lines + "\n");
        executable(file);
    }

    private static void executable(Path file) {
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make " + file + " executable");
        }
    }
}
