package org.sandglass.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;

/// What a move does to one Gaussian of independent coordinates, read off by probing: along each axis the new
/// state is `A·state + B·z + c`, where a state is `x` and what is remembered, newest first.
///
/// All axes at once: one row of the points is all 0, one for each part of the state has this part 1, one for
/// each draw has this draw 1. Two more rows hold numbers without any order, which differ from axis to axis:
/// the move must do to them what `A`, `B` and `c` say, else it is not affine, or mixes axes.
final class AffineMove {
    private static final int CHECKS = 2;

    /// A rule that is affine is so up to rounding; one that is not, is not by far.
    private static final double ROUNDING = 1e-7;

    private static final RandomStreams NUMBERS = RandomStreams.of(0);

    private final int parts;
    private final int draws;
    private final int d;
    private final List<Points> before;
    private final double[][] noise;
    private final List<Points> after;

    private AffineMove(Move move, int parts, int capacity, int d) {
        this.parts = parts;
        this.d = d;
        this.draws = drawsOf(move, parts, capacity, d);
        this.noise = numbersForChecks();
        this.before = statesToProbe();
        this.after = applied(move, before, capacity, new ChosenNoise(rows(), d, 1 + parts, noise));
        requireAffine();
    }

    /// Reads off a move.
    ///
    /// @param move the move
    /// @param parts 1 and how many arrays are remembered before it
    /// @param capacity how many can be
    /// @param d how many axes
    /// @throws IllegalArgumentException if it is not affine along each axis
    static AffineMove of(Move move, int parts, int capacity, int d) {
        return new AffineMove(move, parts, capacity, d);
    }

    /// 1 and how many arrays are remembered after the move.
    int partsAfter() {
        return after.size();
    }

    /// How many normal numbers it takes for each coordinate.
    int draws() {
        return draws;
    }

    /// `c` for part `o` of the new state, axis `j`.
    double constant(int o, int j) {
        return after.get(o).get(0, j);
    }

    /// `A`, from part `p` of the state to part `o` of the new one.
    double ofState(int o, int p, int j) {
        return factor(o, 1 + p, j);
    }

    /// `B`, from draw `i` to part `o` of the new state.
    double ofDraw(int o, int i, int j) {
        return factor(o, 1 + parts + i, j);
    }

    private double factor(int o, int row, int j) {
        return after.get(o).get(row, j) - constant(o, j);
    }

    private int rows() {
        return 1 + parts + draws + CHECKS;
    }

    private static int drawsOf(Move move, int parts, int capacity, int d) {
        List<Points> zeros = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            zeros.add(Points.zeros(1, d));
        }
        ChosenNoise counting = ChosenNoise.none(d);
        applied(move, zeros, capacity, counting);
        return counting.draws();
    }

    private double[][] numbersForChecks() {
        double[][] out = new double[draws][CHECKS * d];
        for (int i = 0; i < draws; i++) {
            NUMBERS.stream("draw", i).fillNormals(out[i], 0, CHECKS * d);
        }
        return out;
    }

    private List<Points> statesToProbe() {
        List<Points> states = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            Points state = Points.zeros(rows(), d);
            Arrays.fill(state.data(), (1 + p) * d, (2 + p) * d, 1);
            RandomStream numbers = NUMBERS.stream("state", p);
            numbers.fillNormals(state.data(), (rows() - CHECKS) * d, CHECKS * d);
            states.add(state);
        }
        return states;
    }

    /// The states after the move; those before stay as they are.
    private static List<Points> applied(Move move, List<Points> before, int capacity, ChosenNoise noise) {
        Points x = before.getFirst().copy();
        Memory memory = Memory.of(capacity);
        before.subList(1, before.size()).reversed().forEach(memory::remember);
        move.apply(x, memory, noise);
        List<Points> after = new ArrayList<>();
        after.add(x);
        for (int ago = 0; ago < memory.size(); ago++) {
            after.add(memory.recall(ago).copy());
        }
        return after;
    }

    private void requireAffine() {
        for (int o = 0; o < after.size(); o++) {
            for (int check = 0; check < CHECKS; check++) {
                for (int j = 0; j < d; j++) {
                    requireAffine(o, check, j);
                }
            }
        }
    }

    private void requireAffine(int o, int check, int j) {
        int row = rows() - CHECKS + check;
        double value = constant(o, j);
        double size = Math.abs(value);
        for (int p = 0; p < parts; p++) {
            double x = before.get(p).get(row, j);
            value += ofState(o, p, j) * x;
            size += (1 + Math.abs(ofState(o, p, j))) * Math.abs(x);
        }
        for (int i = 0; i < draws; i++) {
            double z = noise[i][check * d + j];
            value += ofDraw(o, i, j) * z;
            size += Math.abs(ofDraw(o, i, j) * z);
        }
        double found = after.get(o).get(row, j);
        if (!(Math.abs(found - value) <= ROUNDING * size)) {
            throw new IllegalArgumentException("the rule is not affine along each axis of the Gaussian, so its law is"
                    + " not Gaussian: a point that should go to " + value + " goes to " + found);
        }
    }
}
