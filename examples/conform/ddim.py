"""DDIM for a flow (alpha = 1 - t, sigma = t) that asks for E[x0 | xt] through the pipe."""
import argparse, sys
import numpy as np
from numpy.lib import format as npy

args = argparse.ArgumentParser()
for name in "noise", "out", "mixture", "process", "steps", "seed":
    args.add_argument("--" + name)
args = args.parse_args()
ask, answer = sys.stdout.buffer, sys.stdin.buffer

def denoised(x, t):
    np.save(ask, x), np.save(ask, t), ask.flush()
    npy.read_magic(answer)  # np.load needs a file; this reads from a pipe
    shape, _, dtype = npy.read_array_header_1_0(answer)
    return np.frombuffer(answer.read(dtype.itemsize * x.size), dtype).reshape(shape)

x, times = np.load(args.noise), np.linspace(1, 0, int(args.steps) + 1)
for t, s in zip(times, times[1:]):
    x0 = denoised(x, t)
    x = (1 - s) * x0 + s * (x - (1 - t) * x0) / t
np.save(args.out, x)
