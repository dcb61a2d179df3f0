package org.sandglass.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.format.InputException;
import org.sandglass.format.NpyStream;
import org.sandglass.format.NumberArray;
import org.sandglass.linalg.Points;

/// The questions of a program and their answers: it writes a `.npy` of points [n, D] and one of their
/// times, a number, [1] or [n], to standard output, and reads a `.npy` [n, D] of `E[x₀ | xₜ]` from standard
/// input, as often as it likes.
///
/// @param name of the program, for messages
/// @param denoiser what answers
/// @param program the other side
record Conversation(String name, Denoiser denoiser, RunningProgram program) {
    private static final String HINT =
            "standard output is for questions: a .npy of points, then one of times; all else belongs"
                    + " on standard error";

    /// Answers until the program ends or closes its standard output.
    void hold() throws IOException {
        try (PushbackInputStream says = program.says();
                OutputStream hears = program.hears()) {
            for (Optional<NumberArray> points = next(says); points.isPresent(); points = next(says)) {
                Optional<NumberArray> times = next(says);
                if (times.isEmpty()) {
                    throw new InputException(name + ": its last question has points but no times", HINT);
                }
                NpyStream.write(NumberArray.of(answer(points.get(), times.get())), hears);
            }
        } catch (IOException e) {
            throw program.explained(new InputException(name + ": does not listen to the answer: " + e.getMessage()));
        }
    }

    private Optional<NumberArray> next(PushbackInputStream says) throws IOException {
        try {
            return NpyStream.read(name + ": its standard output", says);
        } catch (InputException e) {
            throw program.explained(new InputException(String.valueOf(e.getMessage()), HINT));
        }
    }

    private Points answer(NumberArray asked, NumberArray times) {
        if (asked.shape().size() != 2 || asked.shape().getLast() != denoiser.d()) {
            throw new InputException(
                    name + ": asks about points of shape " + asked.shape() + ", needed [n, " + denoiser.d() + "]");
        }
        Points x = asked.points();
        if (x.firstNonFiniteRow() >= 0) {
            throw new InputException(name + ": asks about points that are not finite, row " + x.firstNonFiniteRow());
        }
        double[] t = times.data();
        boolean one = times.shape().isEmpty() || times.shape().equals(List.of(1));
        if (!one && !times.shape().equals(List.of(x.n()))) {
            throw new InputException(
                    name + ": asks with times of shape " + times.shape() + ", needed [], [1] or [" + x.n() + "]");
        }
        return one ? at(t[0], x) : eachAt(t, x);
    }

    /// Points with a time for each: as many questions as there are runs of one time.
    private Points eachAt(double[] t, Points x) {
        double[][] rows = new double[t.length][];
        for (int from = 0; from < t.length; ) {
            int to = from + 1;
            while (to < t.length && t[to] == t[from]) {
                to++;
            }
            System.arraycopy(at(t[from], x.slice(from, to)).toRows(), 0, rows, from, to - from);
            from = to;
        }
        return t.length == 0 ? x : Points.of(rows);
    }

    private Points at(double t, Points x) {
        double end = denoiser.schedule().end();
        if (!(t >= 0 && t <= end)) {
            throw new InputException(name + ": asks about t = " + t + ", the process is from 0 to " + end);
        }
        return denoiser.at(t).posteriorMean(x);
    }
}
