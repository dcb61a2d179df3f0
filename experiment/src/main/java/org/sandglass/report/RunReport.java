package org.sandglass.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.sandglass.figure.Png;
import org.sandglass.figure.Svg;
import org.sandglass.figure.Theme;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Workers;

/// Shows a run by `report.html`, and by its figures as files.
///
/// @param complaints told in a line what could not be made, as PNG on a machine without fonts
public record RunReport(Consumer<String> complaints) implements Evidence.Showing {
    /// Hundredths of a second between frames, and of the last one.
    private static final int DELAY = 12;

    private static final int REST = 150;

    /// The figures of a run, with files relative to its folder.
    ///
    /// @param rows what stands still, figures of one kind together
    public record Shown(List<List<Block.Drawing>> rows) {
        /// Copies the lists.
        public Shown {
            rows = rows.stream().map(List::copyOf).toList();
        }

        static Shown of(List<Exhibit> exhibits) {
            return new Shown(List.copyOf(exhibits.stream()
                    .collect(Collectors.groupingBy(
                            Exhibit::kind, LinkedHashMap::new, Collectors.mapping(Exhibit::block, Collectors.toList())))
                    .values()));
        }
    }

    @Override
    public void show(Evidence evidence, Path folder, Workers workers) throws IOException {
        shown(evidence, folder, workers);
    }

    /// The same, and says what there is to see.
    ///
    /// @param evidence what was found
    /// @param folder the folder in the making
    /// @param workers the threads
    /// @return the figures, for other pages
    /// @throws IOException if the machine fails
    public Shown shown(Evidence evidence, Path folder, Workers workers) throws IOException {
        RunFigures figures = new RunFigures(evidence);
        List<Exhibit> still = figures.still();
        List<Motion> moving = figures.moving();
        Drawings drawings = new Drawings();
        boolean pixels = write(still, moving, folder, workers, drawings);
        List<Block.Moving> players = moving.stream()
                .map(motion -> new Block.Moving(motion, pixels ? gif(motion) : ""))
                .toList();
        String yaml = Files.readString(folder.resolve("experiment.yaml"), StandardCharsets.UTF_8);
        String html = new RunPage(evidence, still, players, yaml).page().html(drawings);
        Files.writeString(folder.resolve("report.html"), html, StandardCharsets.UTF_8);
        return Shown.of(still);
    }

    private static String gif(Motion motion) {
        return "figures/" + motion.name() + ".gif";
    }

    /// Writes all files, and says whether those of pixels are among them.
    private boolean write(List<Exhibit> still, List<Motion> moving, Path folder, Workers workers, Drawings drawings)
            throws IOException {
        if (still.isEmpty() && moving.isEmpty()) {
            return true;
        }
        FigureFiles files = FigureFiles.in(folder, drawings, complaints);
        boolean pixels = files.hasPixels();
        try {
            workers.forEach(
                    still.size(),
                    i -> files.write(still.get(i).file(), still.get(i).figure()));
            workers.forEach(pixels ? moving.size() : 0, i -> write(moving.get(i), folder, drawings));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return pixels;
    }

    private static void write(Motion motion, Path folder, Drawings drawings) {
        motion.frames().forEach(frame -> {
            drawings.light(frame.figure());
            drawings.dark(frame.figure());
        });
        List<BufferedImage> frames =
                motion.frames().stream().map(RunReport::picture).toList();
        try {
            Files.write(folder.resolve(gif(motion)), Gif.bytes(frames, DELAY, REST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(Motion.Frame frame) {
        try {
            byte[] png = Png.bytes(Svg.text(frame.titled(), Theme.LIGHT), 1);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
