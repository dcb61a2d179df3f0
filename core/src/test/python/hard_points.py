"""Log densities and scores of Gaussian mixtures at hard points, by arithmetic of 60 digits or more (mpmath).

Writes reference/hard_points.json.gz: mixtures of all four covariance structures, some under noise a*x0 + b*z, with points that are
ordinary, on a mean, near a tie, 1e6 standard deviations away, and at 1e150. Inputs are doubles with 17 digits; so are the answers,
rounded once. Per point:

  log_density  ln p(x)
  score        its gradient
  terms        the sum of |ln w|, d/2 ln 2 pi, |1/2 ln det C|, |1/2 (x - a mu)' C^-1 (x - a mu)| of the component with the largest term
  spread       max |l_k| * max |s_k - s_l| over the components with responsibility above 1e-17

Run: python3 hard_points.py ../resources/reference/hard_points.json.gz  (numpy 2, mpmath 1.3; about a minute)
"""
import gzip
import json
import sys

import mpmath as mp
import numpy as np


def dot(a, b):
    return mp.fsum(x * y for x, y in zip(a, b))


class Independent:
    def __init__(self, variances):
        self.v = variances
        self.logdet = mp.fsum(mp.log(v) for v in variances)

    def solve(self, x):
        return [xi / vi for xi, vi in zip(x, self.v)]


class Dense:
    """A Cholesky factorisation, so that one costs d^3/6 products whatever the number of points."""

    def __init__(self, m):
        d = len(m)
        l = [[mp.mpf(0)] * d for _ in range(d)]
        for i in range(d):
            for j in range(i + 1):
                s = m[i][j] - dot(l[i][:j], l[j][:j])
                l[i][j] = mp.sqrt(s) if i == j else s / l[j][j]
        self.l = l
        self.logdet = 2 * mp.fsum(mp.log(l[i][i]) for i in range(d))

    def solve(self, x):
        d, l = len(x), self.l
        y = []
        for i in range(d):
            y.append((x[i] - dot(l[i][:i], y)) / l[i][i])
        z = [mp.mpf(0)] * d
        for i in reversed(range(d)):
            z[i] = (y[i] - mp.fsum(l[j][i] * z[j] for j in range(i + 1, d))) / l[i][i]
        return z


class LowRank:
    """Woodbury's formula: it cancels, so this takes twice the digits of the ratio of factor to noise, of which there are plenty."""

    def __init__(self, factor, noise_variances):
        self.f, self.n = factor, noise_variances
        rank = len(factor[0])
        d = len(factor)
        m = [[mp.fsum(factor[j][r] * factor[j][s] / noise_variances[j] for j in range(d)) + (r == s)
              for s in range(rank)] for r in range(rank)]
        self.inner = Dense(m)
        self.logdet = self.inner.logdet + mp.fsum(mp.log(v) for v in noise_variances)

    def solve(self, x):
        d = len(x)
        u = [x[j] / self.n[j] for j in range(d)]
        t = self.inner.solve([mp.fsum(self.f[j][r] * u[j] for j in range(d)) for r in range(len(self.f[0]))])
        return [u[j] - dot(self.f[j], t) / self.n[j] for j in range(d)]


def noisy(structure, parameters, d, a, b):
    m = mp.mpf
    if structure == "isotropic":
        return Independent([(a * m(parameters)) ** 2 + b * b] * d)
    if structure == "diagonal":
        return Independent([(a * m(s)) ** 2 + b * b for s in parameters])
    if structure == "full":
        return Dense([[a * a * m(v) + (b * b if i == j else 0) for j, v in enumerate(row)] for i, row in enumerate(parameters)])
    factor = [[a * m(v) for v in row] for row in parameters["factor"]]
    return LowRank(factor, [(a * m(s)) ** 2 + b * b for s in parameters["noise_stds"]])


def answers(case):
    mp.mp.dps = case.pop("digits")
    a, b = mp.mpf(case["a"]), mp.mpf(case["b"])
    d = len(case["means"][0])
    covariances = [noisy(case["structure"], c, d, a, b) for c in case["covariances"]]
    if len(covariances) == 1:
        covariances *= len(case["means"])
    total = mp.fsum(mp.mpf(w) for w in case["weights"])
    half = mp.mpf(d) / 2 * mp.log(2 * mp.pi)
    for key in ("log_density", "score", "terms", "spread"):
        case[key] = []
    for point in case["points"]:
        rows = []
        for w, mean, c in zip(case["weights"], case["means"], covariances):
            if w > 0:
                v = [mp.mpf(x) - a * mp.mpf(mu) for x, mu in zip(point, mean)]
                u = c.solve(v)
                q = dot(u, v) / 2
                lw = mp.log(mp.mpf(w) / total)
                rows.append((lw - half - c.logdet / 2 - q, u, abs(lw) + half + abs(c.logdet) / 2 + q))
        top = max(r[0] for r in rows)
        e = [mp.exp(r[0] - top) for r in rows]
        s = mp.fsum(e)
        case["log_density"].append(float(top + mp.log(s)))
        case["score"].append([float(-mp.fsum(ei * r[1][j] for ei, r in zip(e, rows)) / s) for j in range(d)])
        matter = [r for ei, r in zip(e, rows) if ei / s > mp.mpf("1e-17")]
        gap = max(mp.sqrt(mp.fsum((x - y) ** 2 for x, y in zip(p[1], q[1]))) for p in matter for q in matter)
        case["terms"].append(float(max(rows, key=lambda r: r[0])[2]))
        case["spread"].append(float(max(abs(r[0]) for r in matter) * gap))
    return case


rng = np.random.default_rng(20261122)


def lognormal_stds(low, high, *shape):
    return 10.0 ** rng.uniform(np.log10(low), np.log10(high), shape)


def correlation(d, strength):
    g = rng.standard_normal((d, d)) * strength / np.sqrt(d)
    m = np.eye(d) + g @ g.T
    s = 1 / np.sqrt(np.diag(m))
    return m * s[:, None] * s[None, :]


def covariance(structure, d, low, high, hardness):
    """One covariance with standard deviations between low and high; also a square root of it."""
    s = lognormal_stds(low, high, d)
    if structure == "isotropic":
        return float(s[0]), s[0] * np.eye(d)
    if structure == "diagonal":
        return s.tolist(), np.diag(s)
    if structure == "full":
        r = correlation(d, hardness)
        m = r * s[:, None] * s[None, :]
        m = np.tril(m) + np.tril(m, -1).T
        return m.tolist(), s[:, None] * np.linalg.cholesky(r)
    if structure == "rotated":
        q, _ = np.linalg.qr(rng.standard_normal((d, d)))
        spectrum = np.geomspace(1, hardness, d)
        m = (q * spectrum**2) @ q.T
        m = np.tril(m) + np.tril(m, -1).T
        return m.tolist(), q * spectrum
    rank = min(3, d)
    f = rng.standard_normal((d, rank)) * s[:, None] * hardness
    return {"factor": f.tolist(), "noise_stds": s.tolist()}, np.hstack([f, np.diag(s)])


def weights(kind, k):
    w = rng.dirichlet(np.ones(k))
    if kind == "zero" and k > 1:
        w[rng.integers(k)] = 0
    if kind == "tiny" and k > 1:
        w[rng.integers(k)] = 1e-300
    return w.tolist()


def points(means, roots, a, b, far, close):
    k, d = means.shape
    i, j = rng.integers(k), rng.integers(k)
    m0, m1 = a * means[i], a * means[j]
    s0 = np.sqrt(((a * roots[i]) ** 2).sum(1) + b * b)
    draw = lambda: m0 + a * roots[i] @ rng.standard_normal(roots[i].shape[1]) + b * rng.standard_normal(d)
    out = [draw(), draw(), m0.copy(), (m0 + m1) / 2,
           (m0 + m1) / 2 + 1e-9 * s0 * rng.standard_normal(d),
           m1 + 1e6 * s0 * rng.choice([-1.0, 1.0], d)]
    if d > 1 and k > 1:
        across = rng.standard_normal(d)
        gap = m1 - m0
        if gap @ gap > 0:
            across -= gap * (across @ gap) / (gap @ gap)
        out.append((m0 + m1) / 2 + 1e4 * s0.max() * across)
    if close:
        out += [a * means[0] * (1 + close * rng.standard_normal(d)) for _ in range(3)]
    if far:
        out += [np.full(d, 1e150), np.eye(d)[d - 1] * -1e150, rng.standard_normal(d) * 1e100]
    return [p.tolist() for p in out]


def case(name, structure, d, k, low=0.3, high=3.0, spread=4.0, a=1.0, b=0.0, kind="plain", shared=False, hardness=1.0, far=True, close=0.0):
    drawn = [covariance(structure, d, low, high, hardness) for _ in range(1 if shared else k)]
    roots = [s for _, s in drawn] * (k if shared else 1)
    means = spread * rng.standard_normal((k, d))
    return {"id": f"{name}-{structure}-d{d}-k{k}", "structure": structure.replace("rotated", "full"), "a": a, "b": b, "weights": weights(kind, k),
            "means": means.tolist(), "covariances": [c for c, _ in drawn], "points": points(means, roots, a, b, far, close),
            "digits": 400 if far else 60}


def cases():
    for structure in ("isotropic", "diagonal", "full", "low-rank"):
        big = dict(far=structure in ("isotropic", "diagonal"))
        for d, k in ((1, 1), (1, 3), (2, 2), (2, 7), (5, 40)):
            yield case("plain", structure, d, k)
        yield case("plain", structure, 50, 2, **big)
        if structure != "full":
            yield case("plain", structure, 50, 5, **big)
            yield case("forty", structure, 3, 40)
        yield case("shared", structure, 3, 40, shared=True)
        yield case("close", structure, 2, 12, spread=0.01)
        yield case("tiny", structure, 2, 3, low=1e-9, high=1e-8, spread=1.0, far=False)
        yield case("tiny", structure, 50, 2, low=1e-9, high=1e-8, spread=1e-8, far=False)
        yield case("huge", structure, 3, 4, low=1e8, high=1e9, spread=1e8)
        yield case("graded", structure, 4, 3, low=1e-8, high=1e8)
        yield case("graded", structure, 1, 5, low=1e-8, high=1e8)
        yield case("least", structure, 3, 3, low=1e-151, high=1e-150, spread=1e-150, far=False)
        yield case("greatest", structure, 3, 3, low=1e148, high=1e149, spread=1e149, far=False)
        yield case("absent", structure, 2, 5, kind="zero")
        yield case("rare", structure, 2, 5, kind="tiny")
        yield case("late", structure, 3, 6, a=0.08, b=0.9968, far=False)
        yield case("early", structure, 3, 6, a=0.999999, b=1e-6, far=False)
        yield case("last", structure, 2, 6, a=1e-8, b=1.0)
        yield case("end", structure, 2, 6, a=0.0, b=1.0)
        yield case("exploding", structure, 2, 6, a=1.0, b=160.0)
    yield case("beside", "isotropic", 3, 1, a=0.08, b=0.9968, far=False, close=1e-6)
    yield case("beside", "full", 3, 1, a=0.08, b=1e-3, far=False, close=1e-6)
    for hardness in (10.0, 100.0, 1000.0, 10000.0):
        yield case(f"correlated {hardness:g}", "full", 8, 3, hardness=hardness, far=False)
        yield case(f"spectrum {hardness:g}", "rotated", 8, 3, hardness=hardness, far=False)
    for hardness in (10.0, 100.0, 1000.0):
        yield case(f"strong {hardness:g}", "low-rank", 8, 3, hardness=hardness, far=False)
        yield case(f"strong {hardness:g}", "low-rank", 50, 2, hardness=hardness, far=False)


def encode(value):
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("Infinity", '"Infinity"').replace('-"Infinity"', '"-Infinity"')


def main(path):
    done = [answers(c) for c in cases()]
    header = {"what": "log densities and scores of Gaussian mixtures at hard points, by mpmath " + mp.__version__,
              "script": "src/test/python/hard_points.py", "points": sum(len(c["points"]) for c in done)}
    text = encode({"header": header, "cases": done})
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(text.encode())
    print(len(done), "cases,", header["points"], "points,", len(text), "characters")


if __name__ == "__main__":
    main(sys.argv[1])
