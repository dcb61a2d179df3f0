"""Reference numbers for mixtures on the line: reference/line_law.json.

Run: python3 line_law_reference.py > ../resources/reference/line_law.json   (mpmath 1.3.0)
W1 = sum of the integral of |F_n - F| between sorted points, cut where F crosses F_n; W2^2 = sum over i of the integral of
(x_i - t)^2 f(t) between the quantiles of (i-1)/n and i/n: both by quadrature with 40 digits, no closed form.
"""
import json
import sys

from mpmath import mp, mpf, erfc, sqrt, exp, pi, quad, findroot, inf

mp.dps = 40


class Law:
    def __init__(self, w, m, s):
        total = sum(map(mpf, w))
        self.parts = [(mpf(a) / total, mpf(b), mpf(c)) for a, b, c in zip(w, m, s)]

    def cdf(self, x):
        return sum(w * erfc(-(x - m) / s / sqrt(2)) / 2 for w, m, s in self.parts)

    def upper(self, x):
        return sum(w * erfc((x - m) / s / sqrt(2)) / 2 for w, m, s in self.parts)

    def pdf(self, x):
        return sum(w * exp(-(((x - m) / s) ** 2) / 2) / s / sqrt(2 * pi) for w, m, s in self.parts)

    def low(self):
        return min(m - 45 * s for _, m, s in self.parts)

    def high(self):
        return max(m + 45 * s for _, m, s in self.parts)

    def quantile(self, p, upper=False):
        a, b = self.low(), self.high()
        for _ in range(200):
            c = (a + b) / 2
            below = self.upper(c) > p if upper else self.cdf(c) < p
            a, b = (c, b) if below else (a, c)
        return (a + b) / 2


def nodes(law, a, b):
    marks = sorted({m + k * s for _, m, s in law.parts for k in range(-12, 13, 2)})
    return [a] + [t for t in marks if a < t < b] + [b]


def w1(law, x):
    x = sorted(map(mpf, x))
    n = len(x)
    low, high = min(law.low(), x[0]), max(law.high(), x[-1])
    total = quad(law.cdf, nodes(law, low, x[0])) + quad(law.upper, nodes(law, x[-1], high))
    for i in range(1, n):
        a, b, level = x[i - 1], x[i], mpf(i) / n
        q = min(max(law.quantile(level), a), b)
        if a < q:
            total += quad(lambda t: level - law.cdf(t), nodes(law, a, q))
        if q < b:
            total += quad(lambda t: law.cdf(t) - level, nodes(law, q, b))
    return total


def w2(law, x):
    x = sorted(map(mpf, x))
    n = len(x)
    ends = [law.low()] + [law.quantile(mpf(i) / n) for i in range(1, n)] + [law.high()]
    total = sum(
        quad(lambda t, c=c: (c - t) ** 2 * law.pdf(t), nodes(law, ends[i], ends[i + 1])) for i, c in enumerate(x)
    )
    return sqrt(total)


LAWS = [
    ([0.3, 0.7], [-2.0, 2.0], [0.5, 0.5]),
    ([1.0], [0.0], [1.0]),
    ([0.2, 0.5, 0.3], [-40.0, 0.25, 3.0], [0.1, 2.0, 0.75]),
    ([0.5, 0.5], [1e6, 1e6 + 1], [0.125, 3.0]),
]
cases = []
for w, m, s in LAWS:
    law = Law(w, m, s)
    mean = sum(a * b for a, b, _ in law.parts)
    x = [float(mean) + d for d in (-3.5, -1.0, -0.9, 0.2, 0.21, 1.5, 4.0)]
    at = [float(mean) + d for d in (-30.0, -8.0, -2.5, 0.0, 2.5, 8.0, 30.0)]
    ps = [1e-300, 1e-12, 0.01, 0.15, 0.55, 0.75, 0.99]
    cases.append(
        {
            "weights": w,
            "means": m,
            "stds": s,
            "points": x,
            "w1": float(w1(law, x)),
            "w2": float(w2(law, x)),
            "at": at,
            "cdf": [float(law.cdf(mpf(t))) for t in at],
            "survival": [float(law.upper(mpf(t))) for t in at],
            "p": ps,
            "quantile": [float(law.quantile(mpf(p))) for p in ps],
            "upper-quantile": [float(law.quantile(mpf(p), True)) for p in ps],
        }
    )
json.dump(
    {"header": {"made-by": "core/src/test/python/line_law_reference.py", "mpmath": "1.3.0", "digits": 40}, "cases": cases},
    sys.stdout,
)
print()
