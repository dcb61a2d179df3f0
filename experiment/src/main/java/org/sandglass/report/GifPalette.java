package org.sandglass.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// At most 256 colours for some pictures: the most frequent of them, told apart by five bits of each primary.
final class GifPalette {
    private static final int CELLS = 1 << 15;

    private final int[] colours;
    private final byte[] nearest;

    private GifPalette(int[] colours, byte[] nearest) {
        this.colours = colours;
        this.nearest = nearest;
    }

    /// Counts the pixels of each cell of colours; a cell is shown by the first of its colours that occurs.
    static GifPalette of(List<BufferedImage> pictures) {
        long[] counts = new long[CELLS];
        int[] shown = new int[CELLS];
        for (BufferedImage picture : pictures) {
            for (int pixel : pixels(picture)) {
                int cell = cell(pixel);
                shown[cell] = counts[cell]++ == 0 ? pixel & 0xffffff : shown[cell];
            }
        }
        int[] colours = IntStream.range(0, CELLS)
                .filter(cell -> counts[cell] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer cell) -> -counts[cell])
                        .thenComparing(cell -> cell))
                .limit(256)
                .mapToInt(cell -> shown[cell])
                .toArray();
        byte[] nearest = new byte[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            if (counts[cell] > 0) {
                nearest[cell] = (byte) nearest(shown[cell], colours);
            }
        }
        return new GifPalette(colours, nearest);
    }

    /// The picture in these colours.
    BufferedImage indexed(BufferedImage picture) {
        int width = picture.getWidth();
        BufferedImage out = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model());
        int[] pixels = pixels(picture);
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = nearest[cell(pixels[i])];
        }
        out.getRaster().setDataElements(0, 0, width, picture.getHeight(), indices);
        return out;
    }

    private IndexColorModel model() {
        int[] padded = Arrays.copyOf(colours, 256);
        byte[][] parts = new byte[3][256];
        for (int i = 0; i < 256; i++) {
            parts[0][i] = (byte) (padded[i] >> 16);
            parts[1][i] = (byte) (padded[i] >> 8);
            parts[2][i] = (byte) padded[i];
        }
        return new IndexColorModel(8, 256, parts[0], parts[1], parts[2]);
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static int cell(int pixel) {
        return (((pixel >> 19) & 31) << 10) | (((pixel >> 11) & 31) << 5) | ((pixel >> 3) & 31);
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = ((colour >> 16) & 255) - ((colours[i] >> 16) & 255);
            int green = ((colour >> 8) & 255) - ((colours[i] >> 8) & 255);
            int blue = (colour & 255) - (colours[i] & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
