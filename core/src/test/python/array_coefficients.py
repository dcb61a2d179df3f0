"""Coefficients of org.sandglass.arrayops.ArrayMath: nearly minimax polynomials whose coefficients are doubles.

Run: python3 array_coefficients.py   (mpmath 1.3.0). Prints each polynomial as hexadecimal literals, lowest power first,
and the largest relative error of the whole function with these coefficients and exact arithmetic.

Each coefficient is rounded in turn, lowest power first, and the others are fitted again to what is left, by weighted
least squares at Chebyshev points, which comes within a small factor of the minimax error.
"""
from mpmath import mp, mpf, exp, log, sin, cos, pi, sqrt, matrix, qr_solve

mp.dps = 80


def fit(target, weight, low, high, terms, points=80):
    xs = [(low + high) / 2 - (high - low) / 2 * cos(pi * (i + mpf(1) / 2) / points) for i in range(points)]
    left = [weight(x) * target(x) for x in xs]
    rounded = []
    for j in range(terms):
        a = matrix(points, terms - j)
        for i, x in enumerate(xs):
            for l in range(j, terms):
                a[i, l - j] = weight(x) * x ** l
        c, _ = qr_solve(a, matrix(left))
        rounded.append(mpf(float(c[0])))
        left = [y - weight(x) * x ** j * rounded[j] for x, y in zip(xs, left)]
    return rounded


def show(name, c, whole, low, high):
    p = lambda x: sum(cj * x ** j for j, cj in enumerate(c))
    worst = max(abs(whole(p, low + (high - low) * (mpf(i) + 0.5) / 4001)) for i in range(4001))
    print(f"{name}: largest relative error 2^{float(log(worst, 2)):.2f}")
    for v in c:
        print("   ", float(v).hex())


# exp(r) = 1 + r + r^2 p(r), |r| <= ln2/2 (a little more, for the rounding of k)
edge = log(mpf(2)) / 2 * (1 + mpf(2) ** -40)
c = fit(lambda r: (exp(r) - 1 - r) / r ** 2, lambda r: r * r / exp(r), -edge, edge, 10)
show("exp", c, lambda p, r: (1 + r + r * r * p(r)) / exp(r) - 1, -edge, edge)

# 2^r = 1 + r p(r), |r| <= 1/2
half = mpf(1) / 2
c = fit(lambda r: (mpf(2) ** r - 1) / r, lambda r: r / mpf(2) ** r, -half, half, 11)
show("exp2", c, lambda p, r: (1 + r * p(r)) / mpf(2) ** r - 1, -half, half)

# log(1+f) = f - (h - s (h + z p(z))), s = f/(2+f), z = s^2, h = f^2/2; so 2 atanh(s) = 2s + s z p(z)
top = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2
atanh2 = lambda z: log((1 + sqrt(z)) / (1 - sqrt(z))) / sqrt(z)
c = fit(lambda z: (atanh2(z) - 2) / z, lambda z: z, mpf(0), top, 7)
show("log", c, lambda p, z: (2 + z * p(z)) / atanh2(z) - 1, mpf(0), top)

# sin(2 pi r) = r (2 pi + z p(z)), cos(2 pi r) = 1 + z q(z), z = r^2, |r| <= 1/8
zed = mpf(1) / 64
sine = lambda z: sin(2 * pi * sqrt(z)) / sqrt(z)
c = fit(lambda z: (sine(z) - 2 * pi) / z, lambda z: z, mpf(0), zed, 6)
show("sin", c, lambda p, z: (2 * pi + z * p(z)) / sine(z) - 1, mpf(0), zed)
cosine = lambda z: cos(2 * pi * sqrt(z))
c = fit(lambda z: (cosine(z) - 1) / z, lambda z: z, mpf(0), zed, 7)
show("cos", c, lambda q, z: (1 + z * q(z)) / cosine(z) - 1, mpf(0), zed)

for name, value in (("ln2", log(mpf(2))), ("2pi", 2 * pi)):
    high = float(value)
    print(name, high.hex(), float(value - mpf(high)).hex())
print("1/ln2", float(1 / log(mpf(2))).hex(), "sqrt(1/2)", float(sqrt(mpf(1) / 2)).hex())
