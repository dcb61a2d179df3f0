"""DDIM for a flow (alpha = 1 - t, sigma = t) that asks for E[x0 | xt] through the pipe."""
import argparse, sys
import numpy as np

args = argparse.ArgumentParser()
for name in "noise", "out", "mixture", "process", "steps", "seed":
    args.add_argument("--" + name)
args = args.parse_args()

def denoised(x, t):
    np.save(sys.stdout.buffer, x)
    np.save(sys.stdout.buffer, t)
    sys.stdout.buffer.flush()
    return np.load(sys.stdin.buffer)

x, times = np.load(args.noise), np.linspace(1, 0, int(args.steps) + 1)
for t, s in zip(times, times[1:]):
    x0 = denoised(x, t)
    x = (1 - s) * x0 + s * (x - (1 - t) * x0) / t
np.save(args.out, x)
