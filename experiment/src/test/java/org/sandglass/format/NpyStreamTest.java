package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Arrays through pipes.
class NpyStreamTest {
    @Test
    void arraysComeOutAsTheyWentInAndNotAByteMoreIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyStream.write(NumberArray.wrap(List.of(2, 3), new double[] {1, 2, 3, 4, 5, 6.5}), out);
        NpyStream.write(NumberArray.wrap(List.of(), new double[] {0.25}), out);
        out.write(9);
        PushbackInputStream in = NpyStream.of(new ByteArrayInputStream(out.toByteArray()));
        NumberArray points = NpyStream.read("test", in).orElseThrow();
        NumberArray time = NpyStream.read("test", in).orElseThrow();
        assertThat(points.shape()).containsExactly(2, 3);
        assertThat(points.data()).containsExactly(1, 2, 3, 4, 5, 6.5);
        assertThat(time.shape()).isEmpty();
        assertThat(time.data()).containsExactly(0.25);
        assertThat(in.read()).isEqualTo(9);
        assertThat(NpyStream.read("test", in)).isEmpty();
    }

    @Test
    void refusesWhatIsCutShortAndWhatIsNoArray() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyStream.write(NumberArray.wrap(List.of(2), new double[] {1, 2}), out);
        byte[] cut = Arrays.copyOf(out.toByteArray(), out.size() - 1);
        assertThatThrownBy(() -> NpyStream.read("pipe", NpyStream.of(new ByteArrayInputStream(cut))))
                .isInstanceOf(InputException.class)
                .hasMessage("pipe: ended within an array of shape [2]");
        assertThatThrownBy(() -> NpyStream.read("pipe", NpyStream.of(new ByteArrayInputStream(new byte[] {'h', 'i'}))))
                .hasMessage("pipe: is not a .npy file (it does not begin with \\x93NUMPY)");
    }

    @Test
    void refusesIntegers() {
        byte[] head = NpyHeader.bytes("<i8", List.of(1L), 0);
        byte[] bytes = Arrays.copyOf(head, head.length + 8);
        assertThatThrownBy(() -> NpyStream.read("pipe", NpyStream.of(new ByteArrayInputStream(bytes))))
                .hasMessage("pipe: holds numbers of another type; needed float64 or float32");
    }
}
