"""Writes divergences.json: distances between Gaussians and between mixtures by POT, scipy and mpmath.

usage: python divergences.py > divergences.json
"""
import json
import sys

import mpmath as mp
import numpy as np
import ot
import scipy
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import multivariate_normal, norm

mp.mp.dps = 60
rng = np.random.default_rng(4)


def matrix(d, least=0.01):
    b = rng.normal(size=(d, d))
    return b @ b.T / d + least * np.eye(d)


def root(m):
    e, q = mp.eigsy(m)
    return q * mp.diag([mp.sqrt(max(v, 0)) for v in e]) * q.T


def exact(m, s, n, t):
    """W2^2, KL, Bhattacharyya, Fisher and log overlap in 60 digits."""
    d = len(m)
    s, t = mp.matrix(s.tolist()), mp.matrix(t.tolist())
    gap = mp.matrix([mp.mpf(float(a)) - mp.mpf(float(b)) for a, b in zip(m, n)])
    quad = lambda c: (gap.T * mp.inverse(c) * gap)[0]
    trace = lambda c: sum(c[i, i] for i in range(c.rows))
    r = root(s)
    w2 = (gap.T * gap)[0] + trace(s) + trace(t) - 2 * trace(root(r * t * r))
    kl = (trace(mp.inverse(t) * s) + quad(t) - d + mp.log(mp.det(t) / mp.det(s))) / 2
    mean = (s + t) / 2
    bc = quad(mean) / 8 + mp.log(mp.det(mean) / mp.sqrt(mp.det(s) * mp.det(t))) / 2
    drift = mp.inverse(t) - mp.inverse(s)
    step = mp.inverse(t) * gap
    fisher = trace(drift * s * drift) + (step.T * step)[0]
    overlap = -(d * mp.log(2 * mp.pi) + mp.log(mp.det(s + t)) + quad(s + t)) / 2
    return {
        "squared_w2": float(w2), "kl": float(kl), "bhattacharyya": float(bc), "fisher": float(fisher),
        "log_overlap": float(overlap),
    }


pairs = []


def pair(name, m, s, n, t, pot=True):
    case = {"name": name, "m": list(map(float, m)), "sigma": s.tolist(), "n": list(map(float, n)), "lambda": t.tolist()}
    case.update(exact(m, s, n, t))
    if pot:
        case["pot_w2"] = float(ot.gaussian.bures_wasserstein_distance(np.array(m), np.array(n), s, t))
    pairs.append(case)


for d in (1, 2, 3, 6):
    pair(f"random {d}", rng.normal(size=d), matrix(d), rng.normal(size=d), matrix(d))
q = np.linalg.qr(rng.normal(size=(3, 3)))[0]
rotated = lambda v: (lambda c: (c + c.T) / 2)(q @ np.diag(v) @ q.T)
zero = np.zeros(3)
pair("commuting", zero, rotated([1.0, 4.0, 9.0]), zero, rotated([4.0, 1.0, 0.25]))
pair("nearly singular", zero, rotated([1.0, 1e-8, 2.0]), zero, rotated([1.0, 4e-8, 3.0]), pot=False)
pair("nearly equal", zero, rotated([1.0, 2.0, 3.0]), 1e-6 * np.ones(3), rotated([1.0, 2.0, 3.0 + 1e-6]), pot=False)

mixtures = []


def mixture(k, d, spread):
    w = rng.uniform(0.2, 1, k)
    return {"weights": (w / w.sum()).tolist(), "means": (spread * rng.normal(size=(k, d))).tolist(),
            "covariances": [matrix(d, 0.1).tolist() for _ in range(k)]}


for k, l, d, spread in [(3, 4, 2, 2.0), (5, 2, 1, 3.0), (4, 4, 5, 1.0), (12, 9, 3, 4.0)]:
    p, r = mixture(k, d, spread), mixture(l, d, spread)
    a = [np.array(p[key]) for key in ("means", "covariances", "weights")]
    b = [np.array(r[key]) for key in ("means", "covariances", "weights")]
    squared = float(ot.gmm.gmm_ot_loss(a[0], b[0], a[1], b[1], a[2], b[2]))
    overlap = lambda u, v: float(sum(
        u[2][i] * v[2][j] * multivariate_normal(v[0][j], u[1][i] + v[1][j]).pdf(u[0][i])
        for i in range(len(u[2])) for j in range(len(v[2]))))
    mixtures.append({"p": p, "q": r, "squared_mw2": squared, "pp": overlap(a, a), "qq": overlap(b, b), "pq": overlap(a, b)})

mp.mp.dps = 25
lines = []


def squared_w2(p, r):
    """The integral of (x - T(x))^2 p(x), T = G^-1 F, by scipy in doubles, each half from its own tail."""
    def tail(q, x, sign):
        return sum(w * norm.cdf(sign * (x - m) / s) for w, m, s in q)
    low, high = min(m - 40 * s for _, m, s in p + r), max(m + 40 * s for _, m, s in p + r)
    def move(x):
        sign = 1 if tail(p, x, 1) < 0.5 else -1
        mass = tail(p, x, sign)
        return x - brentq(lambda y: tail(r, y, sign) - mass, low, high, xtol=1e-13, rtol=1e-15)
    ends = sorted({m + c * s for _, m, s in p for c in (-9, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9)})
    density = lambda x: sum(w * norm.pdf(x, m, s) for w, m, s in p)
    return sum(quad(lambda x: move(x) ** 2 * density(x), a, b, epsabs=1e-12, epsrel=1e-11, limit=200)[0] for a, b in zip(ends, ends[1:]))


def line(name, p, r):
    f = lambda x: sum(w * mp.npdf(x, m, s) for w, m, s in p)
    g = lambda x: sum(w * mp.npdf(x, m, s) for w, m, s in r)
    ends = sorted({m + c * s for _, m, s in p + r for c in (-12, -4, -1, 0, 1, 4, 12)})
    integral = lambda h: float(mp.quad(h, ends, maxdegree=7))
    xlog = lambda a, b: a * mp.log(a / b) if a > 0 else mp.mpf(0)
    lines.append({
        "name": name, "p": p, "q": r,
        "entropy": integral(lambda x: -f(x) * mp.log(f(x))),
        "kl": integral(lambda x: xlog(f(x), g(x))),
        "reverse_kl": integral(lambda x: xlog(g(x), f(x))),
        "jensen_shannon": integral(lambda x: (xlog(f(x), (f(x) + g(x)) / 2) + xlog(g(x), (f(x) + g(x)) / 2)) / 2),
        "squared_hellinger": integral(lambda x: (mp.sqrt(f(x)) - mp.sqrt(g(x))) ** 2 / 2),
        "chi_squared": integral(lambda x: (f(x) - g(x)) ** 2 / g(x)),
        "squared_w2": squared_w2(p, r),
        "fisher": integral(lambda x: f(x) * (mp.diff(lambda y: mp.log(f(y)), x) - mp.diff(lambda y: mp.log(g(y)), x)) ** 2),
    })


line("two and two", [[0.3, -2.0, 0.5], [0.7, 2.0, 0.8]], [[0.5, -1.5, 0.9], [0.5, 2.5, 1.1]])
line("one and two", [[1.0, 0.0, 1.0]], [[0.6, -1.0, 1.2], [0.4, 1.5, 1.5]])

header = {"program": "POT, scipy and mpmath", "POT": ot.__version__, "scipy": scipy.__version__, "mpmath": mp.__version__,
          "numpy": np.__version__, "script": "src/test/python/divergences.py",
          "notes": "pairs: 60 digits by mpmath, pot_w2 by POT in doubles; mixtures: POT and scipy; lines: quadrature by mpmath, "
                   "components as [weight, mean, std]"}
json.dump({"header": header, "pairs": pairs, "mixtures": mixtures, "lines": lines}, sys.stdout)
