"""Reference numbers of metric_samples.json: kernel, energy, mode, histogram and Kolmogorov-Smirnov metrics on stored points.

Run with numpy and scipy; prints JSON. Every number follows from its definition by whole matrices, or is scipy's own.
"""
import json

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import cdist, jensenshannon
from scipy.special import rel_entr

rng = np.random.default_rng(20)
W = np.array([0.2, 0.5, 0.3])
M = np.array([[-2.0, 0.0], [1.0, 1.0], [3.0, -2.0]])
S = np.array([0.5, 1.0, 0.8])
D = np.array([[0.5, 1.0], [1.0, 0.4], [0.8, 2.0]])


def draws(n, stds):
    k = rng.choice(3, size=n, p=W)
    return M[k] + stds[k] * rng.standard_normal((n, 2))


x = draws(60, np.repeat(S[:, None], 2, 1)) * 1.1 + 0.2
y = draws(45, np.repeat(S[:, None], 2, 1))
out = {"provenance": {"program": f"numpy {np.__version__}, scipy {scipy.__version__}",
                      "made_by": "src/test/python/metric_samples.py",
                      "what": "metrics of stored points by their definitions"},
       "weights": W.tolist(), "means": M.tolist(), "stds": S.tolist(), "diagonal_stds": D.tolist(),
       "x": x.tolist(), "y": y.tolist()}


# --- MMD, two samples
def off(k):
    n = len(k)
    return (k.sum() - np.trace(k)) / (n * (n - 1))


def gaussians(a, b, variances):
    d2 = cdist(a, b, "sqeuclidean")
    return sum(np.exp(-d2 / (2 * v)) for v in variances)


def unbiased(variances):
    return off(gaussians(x, x, variances)) + off(gaussians(y, y, variances)) - 2 * gaussians(x, y, variances).mean()


def biased(variances):
    return gaussians(x, x, variances).mean() + gaussians(y, y, variances).mean() - 2 * gaussians(x, y, variances).mean()


z = np.concatenate([x, y])
dz = cdist(z, z)
median = np.median(dz[np.triu_indices(len(z), 1)])
median0 = np.median(dz[np.triu_indices(len(z), 0)])
k = lambda a, b: gaussians(a, b, [median0 ** 2])
m, n = len(x), len(y)  # as variational_sampling_methods calls them
mmd = {
    "mmd2": unbiased([median ** 2]),
    "mmd": np.sqrt(unbiased([median ** 2])),
    "mmd-vsm": np.sqrt(unbiased([median0 ** 2])),
    "mmd2-zod-mc": biased([2.0 ** b for b in range(-2, 8)]),
    "mmd2-fkc": biased((10 ** np.linspace(-2, 0, 10)) ** 2),
    "mmd2-idem-rbf": biased(np.array([0.01, 0.1, 1, 10, 100]) ** 2),
}
mmd = {key: float(v) for key, v in mmd.items()}
out["vsm_as_published"] = float(np.sqrt(k(x, x).sum() / (n * (n - 1)) + k(y, y).sum() / (m * (m - 1)) - 2 * k(x, y).mean()))
out["diffuse_as_published"] = float(np.sqrt(unbiased([median ** 2 + 0.5e-8])))
a, b = x[:45], y
delta = a - b
mmd["mmd2-idem-linear"] = float((delta[:-1] * delta[1:]).sum(1).mean())
pair = lambda p, q: (((p[:-1] * q[1:]).sum(1) + 2.0) ** 2).mean()
mmd["mmd2-idem-polynomial"] = float(pair(a, a) + pair(b, b) - pair(a, b) - pair(b, a))
out["two_samples"] = mmd

# --- one side exact
s = float(np.median(cdist(y, y)[np.triu_indices(len(y), 1)]))


def normal(gap, variances):
    return np.exp(-0.5 * (gap ** 2 / variances).sum(-1)) / np.sqrt((2 * np.pi * variances).prod(-1))


def mmd_exact(stds):
    c = 2 * np.pi * s ** 2
    ax = sum(W[j] * c * normal(x - M[j], stds[j] ** 2 + s ** 2) for j in range(3))
    bb = sum(W[i] * W[j] * c * normal(M[i] - M[j], stds[i] ** 2 + stds[j] ** 2 + s ** 2) for i in range(3) for j in range(3))
    return float(off(gaussians(x, x, [s ** 2])) - 2 * ax.mean() + bb)


def rice(gap, std):
    return float(stats.rice.mean(np.linalg.norm(gap) / std, scale=std))


ax = np.array([sum(W[j] * rice(p - M[j], S[j]) for j in range(3)) for p in x])
bb = sum(W[i] * W[j] * rice(M[i] - M[j], np.hypot(S[i], S[j])) for i in range(3) for j in range(3))
out["bandwidth"] = s
out["exact"] = {"mmd2-exact": mmd_exact(np.repeat(S[:, None], 2, 1)), "mmd2-exact-diagonal": mmd_exact(D),
                "energy-distance-exact": float(2 * ax.mean() - off(cdist(x, x)) - bb)}


# --- distribution functions, by coordinates of the diagonal mixture
def cdf(j):
    return lambda t: sum(W[i] * stats.norm.cdf(t, M[i, j], D[i, j]) for i in range(3))


def sf(j):
    return lambda t: sum(W[i] * stats.norm.sf(t, M[i, j], D[i, j]) for i in range(3))


edf = {"ks": [], "ks-scipy-p": [], "kuiper": [], "cramer-von-mises": [], "anderson-darling": []}
for j in range(2):
    t = np.sort(x[:, j])
    u, v, i = cdf(j)(t), sf(j)(t), np.arange(1, len(t) + 1)
    ks = stats.ks_1samp(t, cdf(j), method="exact")
    edf["ks"].append(float(ks.statistic))
    edf["ks-scipy-p"].append(float(ks.pvalue))
    edf["kuiper"].append(float((i / len(t) - u).max() + (u - (i - 1) / len(t)).max()))
    edf["cramer-von-mises"].append(float(stats.cramervonmises(t, cdf(j)).statistic / len(t)))
    edf["anderson-darling"].append(float(-1 - ((2 * i - 1) * (np.log(u) + np.log(v[::-1]))).sum() / len(t) ** 2))
out["distribution_functions"] = edf


def kolmogorov(n, d):
    """P(D >= d) by Durbin's matrix (Marsaglia, Tsang, Wang 2003) in 80-bit numbers; scipy where the matrix is large."""
    if n * d <= 0.5:
        return 1.0
    k = int(n * d) + 1
    m, h = 2 * k - 1, np.longdouble(k) - np.longdouble(n) * np.longdouble(d)
    if m > 401 or n * d * d > 5:
        return float(stats.kstwo.sf(d, n))
    a = np.array([[1 if i - j + 1 >= 0 else 0 for j in range(m)] for i in range(m)], dtype=np.longdouble)
    for i in range(m):
        a[i, 0] -= h ** (i + 1)
        a[m - 1, i] -= h ** (m - i)
    a[m - 1, 0] += (2 * h - 1) ** m if 2 * h > 1 else 0
    factorials = np.cumprod(np.concatenate([[1], np.arange(1, m + 2)]).astype(np.longdouble))
    for i in range(m):
        for j in range(min(i + 1, m - 1) + 1):
            a[i, j] /= factorials[i - j + 1]
    log, power, base, left, blog = np.longdouble(0), np.eye(m, dtype=np.longdouble), a, n, np.longdouble(0)
    while left:
        if left & 1:
            power, log = power @ base, log + blog
            top = power.max()
            power, log = power / top, log + np.log(top)
        base, blog = base @ base, 2 * blog
        top = base.max()
        base, blog = base / top, blog + np.log(top)
        left >>= 1
    log += np.log(power[k - 1, k - 1]) + np.log(np.arange(1, n + 1, dtype=np.longdouble) / n).sum()
    return float(-np.expm1(log))


out["kolmogorov"] = [{"n": nn, "d": d, "upper": kolmogorov(nn, d)}
                     for nn in (1, 2, 5, 10, 60, 140, 400, 1000, 2000, 10000)
                     for d in (0.6 / nn, 0.3 / nn ** 0.5, 0.6 / nn ** 0.5, 1 / nn ** 0.5, 1.5 / nn ** 0.5, 1.99 / nn ** 0.5,
                               2.01 / nn ** 0.5, 3 / nn ** 0.5, 0.97) if d < 1]


# --- histograms of the diagonal mixture
def masses(j, inner):
    low, high = (M[:, j] - 4 * D[:, j]).min(), (M[:, j] + 4 * D[:, j]).max()
    edges = np.concatenate([[-np.inf], np.linspace(low, high, inner + 1), [np.inf]])
    lower = np.diff(stats.norm.cdf(edges[:, None], M[:, j], D[:, j]), axis=0)
    upper = -np.diff(stats.norm.sf(edges[:, None], M[:, j], D[:, j]), axis=0)
    mid = edges[:-1, None] + 0 > M[:, j]
    return edges, np.where(mid, upper, lower)


def divergences(f, p):
    return {"tv": float(np.abs(f - p).sum() / 2), "jsd": float(jensenshannon(f, p) ** 2), "kl": float(rel_entr(f, p).sum())}


one = []
for j in range(2):
    e, p = masses(j, 100)
    one.append(divergences(np.histogram(x[:, j], e)[0] / len(x), p @ W))
(e0, p0), (e1, p1) = masses(0, 20), masses(1, 20)
f2 = np.histogram2d(np.clip(x[:, 0], e0[1] - 1, e0[-2] + 1), np.clip(x[:, 1], e1[1] - 1, e1[-2] + 1),
                    bins=[np.concatenate([[e0[1] - 2], e0[1:-1], [e0[-2] + 2]]), np.concatenate([[e1[1] - 2], e1[1:-1], [e1[-2] + 2]])])[0]
two = divergences((f2 / len(x)).ravel(), np.einsum("k,ik,jk->ij", W, p0, p1).ravel())
out["histograms"] = {**{f"histogram-{key}": (one[0][key] + one[1][key]) / 2 for key in one[0]},
                     **{f"histogram-2d-{key}": two[key] for key in two}}

# --- modes of the diagonal mixture
logs = np.stack([stats.norm.logpdf(x, M[j], D[j]).sum(1) for j in range(3)], 1)
f = np.bincount(logs.argmax(1), minlength=3) / len(x)
g = np.bincount(cdist(x, M).argmin(1), minlength=3) / len(x)
out["modes"] = {"mode-weights-density": float(np.abs(f - W).sum() / 2), "mode-weights-nearest": float(np.abs(g - W).sum() / 2),
                "emc": float(stats.entropy(f) / np.log(3)),
                "emc-weighted": float(1 - stats.entropy(f, W) / np.log(1 / W.min())), "missed-modes": int((f == 0).sum())}

# --- rectangles of tilted Gaussians, by Genz's bivariate normal
tilted = []
for rho in (0.3, -0.9, 0.999):
    cov = np.array([[4.0, rho * 2 * 0.5], [rho * 2 * 0.5, 0.25]])
    law = stats.multivariate_normal([1.0, -1.0], cov)
    p = [[float(law.cdf([-3 + 2.0 * (i + 1), -2 + 0.5 * (j + 1)], lower_limit=[-3 + 2.0 * i, -2 + 0.5 * j])) for j in range(4)] for i in range(4)]
    tilted.append({"covariance": cov.ravel().tolist(), "masses": p})
out["tilted"] = {"mean": [1.0, -1.0], "low": [-3.0, -2.0], "high": [5.0, 0.0], "laws": tilted}
print(json.dumps(out))
