"""Euler for a flow (alpha = 1 - t, sigma = t) that evaluates the mixture by itself, axis by axis."""
import argparse, json
import numpy as np

args = argparse.ArgumentParser()
for name in "noise", "out", "mixture", "process", "steps", "seed":
    args.add_argument("--" + name)
args = args.parse_args()
mixture = json.load(open(args.mixture))
means = np.array(mixture["means"])
stds = np.array(mixture["std"] if "std" in mixture else mixture["stds"])
stds = np.broadcast_to(stds[:, None] if stds.ndim == 1 else stds, means.shape)  # K x D
weights = np.array(mixture.get("weights", np.ones(len(means))))

def denoised(x, t):
    variance = (1 - t) ** 2 * stds**2 + t**2
    off = x[:, None] - (1 - t) * means
    logs = np.log(weights) - 0.5 * (off**2 / variance + np.log(variance)).sum(2)
    r = np.exp(logs - logs.max(1, keepdims=True))
    r /= r.sum(1, keepdims=True)
    return (r[:, :, None] * (means + (1 - t) * stds**2 / variance * off)).sum(1)

x, times = np.load(args.noise), np.linspace(1, 0, int(args.steps) + 1)
for t, s in zip(times, times[1:]):
    x = x - (t - s) * (x - denoised(x, t)) / t
np.save(args.out, x)
