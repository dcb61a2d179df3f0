package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sandglass.format.InputException;
import org.sandglass.gallery.GalleryRun;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.specification.GallerySpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `sandglass gallery`.
@Command(
        name = "gallery",
        description = "Draw the figures of the documents that Sandglass grew from, with exact answers: every experiment"
                + " of a gallery file with its report, and a page of them all.",
        footer = {"", "Example: sandglass gallery -o out/gallery"})
final class GalleryCommand implements Callable<Integer> {
    /// Says where the examples are; the launcher sets it.
    private static final String HOME = "sandglass.home";

    private static final Path SHIPPED = Path.of("examples", "gallery", "gallery.yaml");

    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The gallery file (the one that comes with Sandglass).")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder of pages and figures, replaced as a whole (out/gallery).")
    private String folder = "";

    @Mixin
    private PruningOption pruning = new PruningOption();

    GalleryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Everywhere everywhere = main.everywhere();
        int threads = everywhere.threads();
        GallerySpec read = GallerySpec.read(file.isEmpty() ? shipped() : Path.of(file));
        GallerySpec spec = everywhere.hasSeed() ? read.withSeed(everywhere.seed()) : read;
        Path target = folder.isEmpty() ? Path.of("out", "gallery") : Path.of(folder);
        try (Progress progress = ProgressDisplay.of(console, everywhere)) {
            new GalleryRun(
                            spec,
                            seed -> Provenance.here(Version.ofSandglass(), seed, threads, pruning.value()),
                            progress,
                            what -> console.err().println("sandglass: " + what))
                    .into(target);
        }
        console.out().println(target.resolve("index.html"));
        return ExitCodes.DONE;
    }

    private static Path shipped() {
        Path home = Path.of(System.getProperty(HOME, ""));
        Path shipped = home.resolve(SHIPPED);
        if (!Files.isRegularFile(shipped)) {
            throw new InputException(
                    "gallery needs a gallery file: there is no " + shipped, "name one: sandglass gallery FILE");
        }
        return shipped;
    }
}
