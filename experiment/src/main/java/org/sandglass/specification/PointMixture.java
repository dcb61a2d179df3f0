package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.sandglass.mixture.GaussianMixture;

/// All mass at one point: `{point: [1, -1]}`. Immutable.
public final class PointMixture implements MixtureSpec {
    private final Numbers point;

    private PointMixture(Numbers point) {
        this.point = point;
    }

    static PointMixture read(Node node) {
        Numbers point = Numbers.of(node);
        if (point.rank() != 1) {
            throw Checks.shape(point, "a list of D numbers");
        }
        Checks.finite(point);
        return new PointMixture(point);
    }

    @Override
    public ResolvedMixture resolve() {
        return ResolvedMixture.single(GaussianMixture.point(point.data()));
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("point", point.nested());
        return document;
    }
}
