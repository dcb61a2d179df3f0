package org.sandglass.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// All that one sitting measured.
///
/// @param measurements by JMH
/// @param peers what else was timed
/// @param facts about the sitting, in order: date, machine, versions, commands
/// @param starts rows of times of starts: what, then milliseconds
/// @param collections what was counted in steady loops, in sentences
record Results(
        List<Measurement> measurements,
        List<Peer> peers,
        Map<String, String> facts,
        List<List<String>> starts,
        List<String> collections) {
    /// Reads the files that `bench/run` leaves; one that is missing holds nothing.
    static Results read(Path folder) throws IOException {
        return new Results(
                measurements(folder.resolve("jmh.json")),
                peers(folder.resolve("peers.jsonl")),
                facts(folder.resolve("facts.txt")),
                lines(folder.resolve("starts.txt"))
                        .map(line -> List.of(line.split(" \\| ", -1)))
                        .toList(),
                lines(folder.resolve("collections.txt")).toList());
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.of();
    }

    private static List<Measurement> measurements(Path file) throws IOException {
        String json = Files.exists(file) ? Files.readString(file) : "[]";
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .map(Measurement::of)
                .toList();
    }

    private static List<Peer> peers(Path file) throws IOException {
        return lines(file)
                .map(line -> Peer.of(JsonMapper.shared().readTree(line)))
                .toList();
    }

    private static Map<String, String> facts(Path file) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        lines(file).map(line -> line.split(": ", 2)).forEach(pair -> facts.put(pair[0], pair[1]));
        return facts;
    }

    List<Measurement> of(String name) {
        return measurements.stream().filter(m -> m.name().equals(name)).toList();
    }

    Optional<Measurement> only(String name, Map<String, String> parameters) {
        return of(name).stream().filter(m -> m.parameters().equals(parameters)).findFirst();
    }

    Optional<Peer> peer(String task, String name) {
        return peers.stream()
                .filter(p -> p.task().equals(task) && p.name().equals(name))
                .findFirst();
    }

    /// The measured peak of one core, by its best iteration.
    ///
    /// @return GFLOP/s; NaN if it was not measured
    double peak() {
        double lanes = Double.parseDouble(facts.getOrDefault("lanes", "NaN"));
        return of("FusedPeak.fusedVectors").stream()
                .mapToDouble(m -> 2 * lanes / m.best())
                .findFirst()
                .orElse(Double.NaN);
    }
}
