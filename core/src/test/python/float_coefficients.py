"""Coefficients of org.sandglass.arrayops.FloatMath: a nearly minimax polynomial whose coefficients are floats.

Run: python3 float_coefficients.py   (mpmath 1.3.0, numpy). Prints hexadecimal literals, lowest power first, the largest
relative error of the polynomial in exact arithmetic, and that of its evaluation in floats, in ulps.

As in array_coefficients.py, each coefficient is rounded in turn, lowest power first, and the others are fitted again.
"""
import numpy as np
from mpmath import mp, mpf, cos, log, matrix, pi, qr_solve

mp.dps = 50
HALF = mpf(1) / 2


def fit(target, weight, terms, points=80):
    xs = [-HALF * cos(pi * (i + HALF) / points) for i in range(points)]
    left = [weight(x) * target(x) for x in xs]
    rounded = []
    for j in range(terms):
        a = matrix(points, terms - j)
        for i, x in enumerate(xs):
            for l in range(j, terms):
                a[i, l - j] = weight(x) * x ** l
        c, _ = qr_solve(a, matrix(left))
        rounded.append(mpf(float(np.float32(float(c[0])))))
        left = [y - weight(x) * x ** j * rounded[j] for x, y in zip(xs, left)]
    return rounded


# 2^r = 1 + r p(r), |r| <= 1/2
c = fit(lambda r: (mpf(2) ** r - 1) / r, lambda r: r / mpf(2) ** r, 6)
exact = lambda x: (1 + sum(cj * x ** (j + 1) for j, cj in enumerate(c))) / mpf(2) ** x - 1
print("2^%.2f" % float(log(max(abs(exact((mpf(i) + HALF) / 4001 - HALF)) for i in range(4001)), 2)))
for v in c:
    print("   ", float(v).hex())

r = np.linspace(-0.5, 0.5, 2_000_001).astype(np.float32)
p = np.full_like(r, np.float32(float(c[-1])))
for cj in list(c[-2::-1]) + [mpf(1)]:  # a product of floats is exact in doubles, so this rounds nearly as an fma does
    p = (p.astype(np.float64) * r + float(cj)).astype(np.float32)
true = np.exp2(r.astype(np.longdouble))
print("%.3f ulps" % float(np.max(np.abs(p - true) / np.where(true < 1, 2.0 ** -24, 2.0 ** -23))))
