package org.sandglass.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.sandglass.format.WholeFile;

/// Figures as PNG, drawn from their SVG by JSVG: without a display, but not without fonts.
///
/// Its bytes depend on the fonts of the machine. Nothing of `java.desktop` is loaded before this class is used.
public final class Png {
    /// Those with the right widths first, then those that are nearly so.
    private static final List<String> FAMILIES = List.of(
            "Helvetica",
            "Arial",
            "Liberation Sans",
            "Arimo",
            "Nimbus Sans",
            "FreeSans",
            "DejaVu Sans Condensed",
            "Noto Sans",
            "DejaVu Sans");

    private Png() {}

    /// Why no PNG can be drawn on this machine.
    ///
    /// @return one line that names what is missing, or empty if nothing is
    public static Optional<String> missing() {
        return Fonts.MISSING;
    }

    /// Looked at once: a JDK that failed to set up its fonts says later only that it failed before.
    private static final class Fonts {
        static final Optional<String> MISSING = probe();

        private static Optional<String> probe() {
            goHeadless();
            try {
                int missing = new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo("1");
                return missing == -1
                        ? Optional.empty()
                        : Optional.of("no PNG: the fonts of this machine have no digits");
            } catch (OutOfMemoryError | StackOverflowError e) {
                throw e;
            } catch (Error | RuntimeException e) {
                // Each machine fails in its own way: a library is missing, or fontconfig, or every font.
                return Optional.of("no PNG: Java finds no fonts here (" + reason(e)
                        + "); install fontconfig and a font, as fonts-liberation. SVG needs none");
            }
        }
    }

    private static String reason(Throwable problem) {
        String message = Optional.ofNullable(problem.getMessage())
                .orElse(problem.getClass().getSimpleName());
        return message.lines().findFirst().orElse("").strip();
    }

    /// Draws the text of an SVG file.
    ///
    /// @param svg the file, as from [Svg#text]
    /// @param scale pixels of the picture for a pixel of the figure, from 0.1 to 20
    /// @return the bytes of a PNG file
    /// @throws IOException if the text is no SVG, or if fonts are missing, as [#missing] says
    /// @throws IllegalArgumentException if the scale is outside its range
    public static byte[] bytes(String svg, double scale) throws IOException {
        if (!(scale >= 0.1 && scale <= 20)) {
            throw new IllegalArgumentException("a PNG needs a scale from 0.1 to 20, got " + scale);
        }
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            throw new IOException(missing.get());
        }
        return encoded(picture(svg, scale));
    }

    /// Draws the text of an SVG file into a file, which appears whole or not at all.
    ///
    /// @param svg the file, as from [Svg#text]
    /// @param scale pixels of the picture for a pixel of the figure, from 0.1 to 20; 3 gives 300 dpi in a column
    /// @param path where it will appear
    /// @throws IOException if the text is no SVG, fonts are missing, or the file cannot be written
    public static void write(String svg, double scale, Path path) throws IOException {
        byte[] bytes = bytes(svg, scale);
        try (WholeFile file = WholeFile.at(path)) {
            Files.write(file.path(), bytes);
            file.commit();
        }
    }

    /// An unreachable display must not matter; a choice of the user stands.
    private static void goHeadless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /// The reader's limits are against files of strangers; a sheet of tiles has more paths than they allow.
    private static LoaderContext context() {
        DocumentLimits usual = DocumentLimits.DEFAULT;
        DocumentLimits wide =
                new DocumentLimits(usual.maxNestingDepth(), usual.maxUseNestingDepth(), Integer.MAX_VALUE);
        return LoaderContext.builder().documentLimits(wide).build();
    }

    private static BufferedImage picture(String svg, double scale) throws IOException {
        byte[] text = svg.replace(Canvas.FAMILIES, family()).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(text), null, context());
        if (document == null) {
            throw new IOException("no PNG: the text is no SVG");
        }
        FloatSize size = document.size();
        int width = (int) Math.ceil(size.width * scale);
        int height = (int) Math.ceil(size.height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.scale(scale, scale);
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(size));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /// A family of this machine whose letters are about as wide as they should be: what Java itself calls sans
    /// serif can be a serif font.
    private static String family() {
        Set<String> here =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
        return FAMILIES.stream().filter(here::contains).findFirst().orElse(Font.SANS_SERIF);
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
