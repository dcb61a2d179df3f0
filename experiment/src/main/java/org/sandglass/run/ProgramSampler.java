package org.sandglass.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.conformance.BlackBox;
import org.sandglass.conformance.Job;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.format.InputException;
import org.sandglass.format.NpyStream;
import org.sandglass.format.NumberArray;
import org.sandglass.linalg.Points;
import org.sandglass.specification.DocumentWriter;
import org.sandglass.specification.MixtureDocuments;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// A sampler that is another program, started once for every run.
///
/// It gets `--noise z.npy --out x.npy --mixture m.json --process p.json --steps N --seed S`, may ask for
/// `E[x₀ | xₜ]` through its standard output and input ([Conversation]), and leaves its samples in `x.npy`.
/// Its standard error is passed on. It is killed when it exceeds its time, when it talks nonsense, and when
/// this program is interrupted.
///
/// One run at a time. Mistakes of the program are an [InputException] that names it.
public final class ProgramSampler implements BlackBox, Closeable {
    private final List<String> command;
    private final ProcessSpec process;
    private final Duration patience;
    private final OutputStream errors;
    private final WorkFolder folder;

    /// A program to run.
    ///
    /// @param command the program and its first arguments
    /// @param process the process to be sampled
    /// @param patience how long a run may take
    /// @param errors receives the program's standard error
    /// @throws IOException if there is no place for temporary files
    public ProgramSampler(List<String> command, ProcessSpec process, Duration patience, OutputStream errors)
            throws IOException {
        this.command = List.copyOf(command);
        this.process = process;
        this.patience = patience;
        this.errors = errors;
        this.folder = WorkFolder.create();
    }

    @Override
    public Points run(Points noise, Denoiser denoiser, int steps, long seed) {
        throw new UnsupportedOperationException("a program needs the law, not only a denoiser");
    }

    @Override
    public Points run(Job job) {
        try {
            prepare(job);
            talk(job);
            return samples(job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Job job) throws IOException {
        Files.deleteIfExists(folder.file("x.npy"));
        try (OutputStream out = Files.newOutputStream(folder.file("z.npy"))) {
            NpyStream.write(NumberArray.of(job.noise()), out);
        }
        ResolvedMixture mixture = new ResolvedMixture(false, List.of(job.law().mixture()));
        write(folder.file("m.json"), MixtureDocuments.of(mixture, "--mixture"));
        write(folder.file("p.json"), process.toDocument());
    }

    private static void write(Path file, SequencedMap<String, Object> document) throws IOException {
        Files.writeString(file, DocumentWriter.text(document, file));
    }

    private void talk(Job job) throws IOException {
        try (RunningProgram program = RunningProgram.start(name(), words(job), patience, errors)) {
            Conversation conversation = new Conversation(name(), job.denoiser(), program);
            conversation.hold();
            program.requireSuccess(job.steps());
        }
    }

    private List<String> words(Job job) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--noise", folder.file("z.npy").toString()));
        words.addAll(List.of("--out", folder.file("x.npy").toString()));
        words.addAll(List.of("--mixture", folder.file("m.json").toString()));
        words.addAll(List.of("--process", folder.file("p.json").toString()));
        words.addAll(List.of("--steps", String.valueOf(job.steps()), "--seed", String.valueOf(job.seed())));
        return words;
    }

    private Points samples(Job job) throws IOException {
        Path file = folder.file("x.npy");
        if (!Files.isRegularFile(file)) {
            throw new InputException(name() + ": has written no file to --out (x.npy)");
        }
        String source = name() + ": its samples (x.npy)";
        try (InputStream in = Files.newInputStream(file);
                PushbackInputStream bytes = NpyStream.of(in)) {
            Optional<NumberArray> array = NpyStream.read(source, bytes);
            List<Integer> needed = List.of(job.noise().n(), job.noise().d());
            List<Integer> shape = array.map(NumberArray::shape).orElse(List.of());
            if (!shape.equals(needed)) {
                throw new InputException(source + " must have the shape " + needed + " of the noise, got " + shape);
            }
            Points points = array.orElseThrow().points();
            int bad = points.firstNonFiniteRow();
            if (bad >= 0) {
                throw new InputException(source + " are not finite with " + job.steps() + " steps: row " + bad + " is "
                        + java.util.Arrays.toString(points.row(bad)));
            }
            return points;
        }
    }

    /// What messages call the program: its first word and, where that is an interpreter, its script.
    private String name() {
        return String.join(" ", command.subList(0, Math.min(2, command.size())));
    }

    /// Removes the temporary files.
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
