"""Chebyshev coefficients of NormalTail: R(x) (x + 4) on t = (x - 4)/(x + 4), R(x) = exp(x^2/2) P(N(0,1) > x).

Run with mpmath (1.4.1); prints the lines of the table. Dropped terms are below 2e-18.
"""
import mpmath as mp

mp.mp.dps = 50
N, C, KEPT = 60, mp.mpf(4), 26


def scaled(t):
    x = C * (1 + t) / (1 - t)
    return mp.erfc(x / mp.sqrt(2)) * mp.exp(x * x / 2) / 2 * (x + C)


theta = [mp.pi * (j + mp.mpf(1) / 2) / N for j in range(N)]
values = [scaled(mp.cos(a)) for a in theta]
for k in range(KEPT):
    c = 2 * sum(v * mp.cos(k * a) for v, a in zip(values, theta)) / N
    print(repr(float(c / 2 if k == 0 else c)) + ",")
