"""Reference numbers for transport and Wasserstein metrics: reference/transport.json.

Run: python3 transport_reference.py > ../resources/reference/transport.json   (numpy, scipy, POT)
"""
import json
import sys

import numpy as np
import ot
import scipy
from scipy.stats import wasserstein_distance

rng = np.random.default_rng(20260101)


def clouds(n, m, d, spread):
    centres = rng.uniform(-spread, spread, (5, d))
    x = centres[rng.integers(5, size=n)] + rng.standard_normal((n, d))
    y = centres[rng.integers(5, size=m)] + rng.standard_normal((m, d))
    return x.round(6), y.round(6)


def torus(x, y):
    gap = np.abs(x[:, None, :] - y[None, :, :])
    return (np.minimum(gap, 2 * np.pi - gap) ** 2).sum(-1)


def emd(a, b, cost):
    return float(ot.emd2(a, b, cost, numItermax=10**9))


def case(name, n, m, d, spread, directions):
    x, y = clouds(n, m, d, spread)
    a = (np.arange(1, n + 1) % 7).astype(float)
    a /= a.sum()
    none = np.full(n, 1 / n)
    b = np.full(m, 1 / m)
    flat = ot.dist(x, y, "euclidean")
    square = ((x[:, None, :] - y[None, :, :]) ** 2).sum(-1)
    theta = rng.standard_normal((d, directions))
    theta /= np.sqrt((theta**2).sum(0))
    out = {
        "name": name,
        "x": x.tolist(),
        "y": y.tolist(),
        "projections": theta.T.tolist(),
        "w1": emd(none, b, flat),
        "w2": emd(none, b, square) ** 0.5,
        "weights": "i mod 7 for i = 1 ... n",
        "weighted-w1": emd(a, b, flat),
        "weighted-w2": emd(a, b, square) ** 0.5,
        "torus-w2": emd(none, b, torus(x % (2 * np.pi), y % (2 * np.pi))) ** 0.5,
    }
    for p in (1, 2):
        out[f"sliced-w{p}"] = float(ot.sliced_wasserstein_distance(x, y, projections=theta, p=p))
        out[f"max-sliced-w{p}"] = float(ot.max_sliced_wasserstein_distance(x, y, projections=theta, p=p))
    if d == 1:
        out["scipy-w1"] = float(wasserstein_distance(x[:, 0], y[:, 0]))
        out["scipy-weighted-w1"] = float(wasserstein_distance(x[:, 0], y[:, 0], u_weights=a))
    return out


json.dump(
    {
        "header": {
            "made-by": "core/src/test/python/transport_reference.py",
            "python": sys.version.split()[0],
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "POT": ot.__version__,
            "note": "emd2 with numItermax=1e9; w2 is the root of its value",
        },
        "cases": [
            case("plane", 60, 60, 2, 10, 20),
            case("more-of-one", 50, 73, 3, 5, 20),
            case("eight-dimensions", 80, 64, 8, 3, 30),
            case("line", 40, 55, 1, 10, 1),
            case("far", 30, 30, 2, 1e4, 10),
            case("many", 400, 400, 2, 20, 10),
        ],
    },
    sys.stdout,
)
print()
