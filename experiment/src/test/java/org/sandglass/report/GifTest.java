package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

/// Animations as files.
class GifTest {
    private static final int[] COLOURS = {0xffffff, 0x0072b2, 0xd55e00, 0x1a1a1a};

    private static List<BufferedImage> frames() {
        return IntStream.range(0, 5).mapToObj(GifTest::frame).toList();
    }

    /// A frame of four colours.
    private static BufferedImage frame(int i) {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 20; x++) {
            for (int y = 0; y < 10; y++) {
                image.setRGB(x, y, COLOURS[(x + y + i) % 4]);
            }
        }
        return image;
    }

    @Test
    void framesComeBackWithTheirColours() throws IOException {
        byte[] bytes = Gif.bytes(frames(), 12, 150);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)));
        assertThat(reader.getNumImages(true)).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            BufferedImage read = reader.read(i);
            for (int x = 0; x < 20; x++) {
                assertThat(read.getRGB(x, 3) & 0xffffff)
                        .as("frame %d, pixel %d", i, x)
                        .isEqualTo(COLOURS[(x + 3 + i) % 4]);
            }
        }
        reader.dispose();
    }

    @Test
    void theyRepeatForEver() throws IOException {
        assertThat(new String(Gif.bytes(frames(), 12, 150), StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
    }

    @Test
    void theSamePicturesAreTheSameBytes() throws IOException {
        assertThat(Gif.bytes(frames(), 12, 150)).isEqualTo(Gif.bytes(frames(), 12, 150));
    }

    @Test
    void whereColoursAreTooManyTheMostFrequentStay() {
        BufferedImage many = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 64; y++) {
                many.setRGB(x, y, y < 8 ? 0xd55e00 : ((x * 4) << 16) | ((y * 4) << 8));
            }
        }
        BufferedImage shown = GifPalette.of(List.of(many)).indexed(many);
        assertThat(shown.getRGB(50, 3) & 0xffffff).isEqualTo(0xd55e00);
    }
}
