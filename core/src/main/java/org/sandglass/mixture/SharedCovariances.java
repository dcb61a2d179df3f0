package org.sandglass.mixture;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;

/// The covariances of `K` components, each distinct one kept once, so that what is done to all costs as much as
/// there are kinds.
///
/// Two components share a kind if they were given the same object, or two isotropic covariances that are equal.
/// As a list it is the covariances in the order of the components. Immutable.
final class SharedCovariances extends AbstractList<Covariance> implements RandomAccess {
    private final List<Covariance> kinds;
    private final int[] kindOf;

    private SharedCovariances(List<Covariance> kinds, int[] kindOf) {
        this.kinds = kinds;
        this.kindOf = kindOf;
    }

    /// Covariances in the order of the components; itself if it is one already.
    static SharedCovariances of(List<? extends Covariance> covariances) {
        if (covariances instanceof SharedCovariances shared) {
            return shared;
        }
        IdentityHashMap<Covariance, Integer> same = new IdentityHashMap<>();
        Map<Isotropic, Integer> equal = new HashMap<>();
        List<Covariance> kinds = new ArrayList<>();
        int[] kindOf = new int[covariances.size()];
        for (int k = 0; k < kindOf.length; k++) {
            Covariance c = covariances.get(k);
            int next = kinds.size();
            kindOf[k] = c instanceof Isotropic isotropic
                    ? equal.computeIfAbsent(isotropic, _ -> next)
                    : same.computeIfAbsent(c, _ -> next);
            if (kindOf[k] == next) {
                kinds.add(c);
            }
        }
        return new SharedCovariances(List.copyOf(kinds), kindOf);
    }

    /// The distinct covariances.
    List<Covariance> kinds() {
        return kinds;
    }

    /// Which of the [#kinds()] component `k` has.
    int kind(int k) {
        return kindOf[k];
    }

    /// Whether all are equal, be it as objects of their own.
    boolean areEqual() {
        return kinds.stream().allMatch(kinds.getFirst()::equals);
    }

    /// Maps each kind once.
    SharedCovariances map(UnaryOperator<Covariance> map) {
        return new SharedCovariances(kinds.stream().map(map).toList(), kindOf);
    }

    @Override
    public Covariance get(int k) {
        return kinds.get(kindOf[k]);
    }

    @Override
    public int size() {
        return kindOf.length;
    }
}
