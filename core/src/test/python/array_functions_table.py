"""The true values of exp, log, sin 2 pi u and cos 2 pi u at hard and ordinary arguments, to about 32 digits.

Run: python3 array_functions_table.py > ../resources/org/sandglass/arrayops/functions.csv   (mpmath 1.3.0).
Each value is a pair of doubles, high + low, times 2^scale; the scale keeps both normal where the value itself is not.
"""
import random
import struct

from mpmath import mp, mpf, cos, exp, floor, log, pi, sin

mp.dps = 400
random.seed(20250)


def neighbours(x, count=2):
    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return [struct.unpack("<d", struct.pack("<q", bits + i))[0] for i in range(-count, count + 1)]


def row(name, x, value):
    scale = 0 if value == 0 else int(floor(log(abs(value), 2)))
    value = value / mpf(2) ** scale
    high = float(value)
    print(f"{name},{float(x).hex()},{high.hex()},{float(value - mpf(high)).hex()},{scale}")


ln2 = float(log(2))
exps = [0.0, -0.0, 1.0, -1.0, 2.0 ** -60, -(2.0 ** -60), 5e-324, -5e-324]
exps += neighbours(ln2 / 2) + neighbours(-ln2 / 2) + neighbours(3 * ln2 / 2) + neighbours(709.782712893384) [:3]
exps += neighbours(-708.3964185322641) + neighbours(-745.1332191019411) + [-708.5, -720.0, -740.0, -744.5, -745.0]
exps += [random.uniform(-745, 709) for _ in range(80)] + [random.uniform(-1, 1) for _ in range(40)]
logs = [1.0, 2.0, 0.5, 10.0, 5e-324, 1e-323, 2.0 ** -1060, 1.7976931348623157e308] + neighbours(2.2250738585072014e-308)
logs += neighbours(1.0, 4) + neighbours(2.0 ** 0.5) + neighbours(2.0 ** -0.5) + [1 + 2.0 ** -k for k in range(2, 50, 3)]
logs += [2.0 ** random.uniform(-1074, 1023) for _ in range(60)] + [random.uniform(0.4, 1.8) for _ in range(60)]
turns = [0.125, 0.25, 0.375, 0.5, 0.75, 1.0, 1 - 2.0 ** -53, 2.0 ** -53, 3 * 2.0 ** -54, 5e-324, -0.3, 123456.789, 2.0 ** 48 - 0.25]
turns += neighbours(0.125) + neighbours(0.25) + neighbours(0.625) + [random.random() for _ in range(80)]
print("function,argument,high,low,scale")
for x in exps:
    row("exp", x, exp(mpf(x)))
for x in logs:
    row("log", x, log(mpf(x)))
for u in turns:
    part = mpf(u) - floor(mpf(u))
    exact = {mpf(0): (0, 1), mpf(1) / 4: (1, 0), mpf(1) / 2: (0, -1), mpf(3) / 4: (-1, 0)}
    s, c = exact.get(part, (sin(2 * pi * part), cos(2 * pi * part)))
    row("sin", u, mpf(s))
    row("cos", u, mpf(c))
