package org.sandglass.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.PlainArrayOps;

/// A far position costs what the first does, counted in blocks of Philox and not by the clock.
class SeekWorkTest {
    private final AtomicLong blocks = new AtomicLong();

    /// All of [PlainArrayOps], counting the blocks that are made.
    private ArrayOps counting() {
        ArrayOps plain = new PlainArrayOps();
        return (ArrayOps) Proxy.newProxyInstance(
                ArrayOps.class.getClassLoader(), new Class<?>[] {ArrayOps.class}, (_, method, arguments) -> {
                    if (method.getName().equals("philox")) {
                        blocks.addAndGet((int) arguments[2]);
                    }
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 1_000_000, 2_000_000_000_000L, 1L << 62})
    void aThousandNormalsTakeTwoHundredAndFiftyBlocksWhereverTheyAre(long position) {
        RandomStream stream = RandomStreams.of(3).stream(counting(), "work");
        stream.seek(position);
        stream.fillNormals(new double[1000], 0, 1000);
        assertThat(blocks).hasValue(250);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 1_000_000, 1_000_000_000_000L, 1L << 62})
    void fortyUniformsTakeTenBlocksWhereverTheyAre(long position) {
        RandomStream stream = RandomStreams.of(3).stream(counting(), "work");
        stream.seek(position);
        for (int i = 0; i < 40; i++) {
            stream.nextDouble();
        }
        assertThat(blocks).hasValue(10);
    }
}
