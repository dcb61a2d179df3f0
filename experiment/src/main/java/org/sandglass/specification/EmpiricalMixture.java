package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;

/// Every row of a file a component: `{empirical: {data: digits.csv.gz, columns: 0..63, std: 0}}`. Immutable.
public final class EmpiricalMixture implements MixtureSpec {
    private final DataReference data;
    private final double std;

    private EmpiricalMixture(DataReference data, double std) {
        this.data = data;
        this.std = std;
    }

    static EmpiricalMixture read(Node node) {
        List<String> keys = new ArrayList<>(DataReference.KEYS);
        keys.add("std");
        node.known(keys);
        double std = node.find("std").map(EmpiricalMixture::std).orElse(0.0);
        return new EmpiricalMixture(DataReference.read(node), std);
    }

    private static double std(Node node) {
        double std = node.finite();
        if (!(std >= 0)) {
            throw node.wanted(">= 0");
        }
        return std;
    }

    @Override
    public ResolvedMixture resolve() {
        Points points = data.points();
        return ResolvedMixture.single(GaussianMixture.equallyWeighted(points, new Isotropic(std, points.d())));
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> inner = new LinkedHashMap<>();
        data.write(inner);
        inner.put("std", std);
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("empirical", inner);
        return document;
    }
}
