"""Reference numbers of metric_distances.json: mean norms of Gaussians, mean distances, normal tails.

Run with mpmath; prints JSON. Mean norms by the integral E|Z| = (1/2 sqrt(pi)) int (1 - L(s)) s^(-3/2) ds itself, in 40
digits on the tanh-sinh rule of mpmath, and by 1F1 where all variances are equal.
"""
import json
import random

import mpmath as mp

mp.mp.dps = 40
random.seed(4)


def chi(d, r):
    b, u = mp.mpf(d) / 2, mp.mpf(r) ** 2 / 2
    return mp.sqrt(2) * mp.gamma(b + mp.mpf(1) / 2) / mp.gamma(b) * mp.hyp1f1(-mp.mpf(1) / 2, b, -u)


def mean_norm(variances, squares):
    """s = e^(2t)."""
    v, m = [mp.mpf(a) for a in variances], [mp.mpf(a) for a in squares]
    q = sum(v) + sum(m)

    def f(t):
        s = mp.exp(2 * t)
        log = sum(-mp.log1p(2 * s * a) / 2 - s * b / (1 + 2 * s * a) for a, b in zip(v, m))
        return -mp.expm1(log) * mp.exp(-t)

    c = -mp.log(q) / 2
    points = [c - 100, c - 30, c - 10, c - 5] + [c + i for i in range(-3, 12)] + [c + 20, c + 40, c + 100]
    return mp.quad(f, points) / mp.sqrt(mp.pi)


def random_case(d, spread, far):
    variances = [10 ** random.uniform(-spread, spread) for _ in range(d)]
    squares = [(far * random.gauss(0, 1)) ** 2 for _ in range(d)]
    return variances, squares


out = {
    "provenance": {
        "program": "mpmath " + mp.__version__,
        "made_by": "src/test/python/metric_distances.py, 40 digits",
        "what": "mean norms of Gaussians and normal tails, for the exact energy distance and Kolmogorov-Smirnov",
    }
}
out["noncentral_chi"] = [
    {"d": d, "r": r, "mean": float(chi(d, r))}
    for d in (1, 2, 3, 4, 7, 10, 50, 100, 784, 3072)
    for r in (0.0, 1e-8, 0.3, 1.0, 2.5, 8.0, 8.9, 9.0, 12.5, 30.0, 60.0, 1e3, 1e8)
]
out["mean_norm"] = []
for d, spread, far in [(1, 0, 0), (1, 1, 3), (2, 1, 1), (2, 3, 1), (2, 6, 0), (3, 0.5, 2), (3, 2, 100), (5, 1, 0), (5, 1, 1),
                       (10, 1, 5), (10, 3, 1), (20, 1, 0.1), (20, 0.5, 50), (2, 0, 1e6), (3, 8, 1e3)]:
    v, m = random_case(d, spread, far)
    value = mean_norm(v, m)
    if spread == 0 and d <= 2:
        assert abs(value / (mp.sqrt(v[0]) * chi(d, mp.sqrt(mp.fsum(m) / v[0]))) - 1) < mp.mpf(10) ** -20, (d, value)
    out["mean_norm"].append({"variances": v, "squares": m, "mean": float(value)})
xs = [-10.0, -5.0, -1.0, -0.1, -1e-9, 0.0, 1e-3, 0.1, 0.5, 1.0, 2.0, 3.3, 4.0, 5.0, 8.0, 12.5, 20.0, 30.0, 38.0]
out["normal_tail"] = [
    {"x": x, "upper": float(mp.erfc(mp.mpf(x) / mp.sqrt(2)) / 2),
     "log_upper": float(mp.log(mp.erfc(mp.mpf(x) / mp.sqrt(2)) / 2))} for x in xs + [100.0, 1e5]
]
print(json.dumps(out, indent=0).replace("\n", ""))
