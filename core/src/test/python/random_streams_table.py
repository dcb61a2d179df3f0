"""Words and normals of named random streams, from numpy's Philox and mpmath: an independent reading of RandomStreams' documentation.

Run: python3 random_streams_table.py words > ../resources/org/sandglass/random/words.csv
     python3 random_streams_table.py normals > ../resources/org/sandglass/random/normals.csv
(numpy 2.4.6, mpmath 1.3.0). Indices are separated by spaces; words are hexadecimal; normals are true to the last bit.
"""
import sys

import numpy as np
from mpmath import mp, mpf, cos, log, pi, sin, sqrt

mp.dps = 50
MASK = 2**64 - 1


def hash_of(purpose):
    h = 0xCBF29CE484222325
    for byte in purpose.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & MASK
    h = ((h ^ (h >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    h = ((h ^ (h >> 27)) * 0x94D049BB133111EB) & MASK
    return h ^ (h >> 31)


def words(seed, purpose, indices, position, n):
    i, j = (list(indices) + [0, 0])[:2]
    key = np.array([seed & MASK, hash_of(purpose)], dtype=np.uint64)
    counter = np.array([position // 4, len(indices), i & MASK, j & MASK], dtype=np.uint64)
    return [int(w) for w in np.random.Philox(key=key, counter=counter).random_raw(position % 4 + n)[position % 4:]]


streams = [(0, "a", ()), (0, "a", (0,)), (0, "a", (0, 0)), (1, "a", ()), (0, "b", ()), (-1, "noise", (3, 5)),
           (20250101, "Langevin σ²", (-1, 2**63 - 1)), (-(2**63), "x" * 100, (2**40,))]
if sys.argv[1] == "words":
    print("seed,purpose,indices,position,words")
    for seed, purpose, indices in streams:
        for position in (0, 6, 4 * 2**32 - 1, 2**62 + 1):
            row = " ".join(f"{w:016x}" for w in words(seed, purpose, indices, position, 7))
            print(f"{seed},{purpose},{' '.join(map(str, indices))},{position},{row}")
else:
    print("seed,purpose,indices,position,normals")
    for seed, purpose, indices in streams:
        for position in (0, 2**41):
            w = words(seed, purpose, indices, position, 12)
            row = []
            for v, u in zip(w[0::2], w[1::2]):
                r = sqrt(-2 * log(mpf((v >> 11) + 1) / 2**53))
                angle = 2 * pi * mpf(u >> 11) / 2**53
                row += [float(r * cos(angle)).hex(), float(r * sin(angle)).hex()]
            print(f"{seed},{purpose},{' '.join(map(str, indices))},{position},{' '.join(row)}")
