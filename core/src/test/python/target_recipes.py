"""Numbers of published recipes that need JAX, numpy or torch, for target_recipes.json.

The recipes are those of the named projects, written anew from their description (peers' commits in the header).
Run: python target_recipes.py > ../resources/reference/target_recipes.json
"""

import json
import sys

import jax
import jax.numpy as jnp
import numpy as np
import torch


def diffuse_simple(key, d, n):
    means, covariances, weights = jax.random.split(key, 3)
    w = jax.random.uniform(weights, (n,))
    return {
        "means": jax.random.uniform(means, (n, d), minval=-3, maxval=3),
        "variances": 0.1 * jax.random.uniform(covariances, (n, 1, 1), minval=0.5, maxval=1.5).reshape(n),
        "weights": w / jnp.sum(w),
    }


def diffuse_grid(key, n):
    w = jax.random.uniform(key, (n * n,))
    axis = jnp.linspace(-2, 2, n)
    return {"means": jnp.array([(i, j) for i in axis for j in axis]), "weights": w / jnp.sum(w)}


def diffuse_circular(key, n, radius):
    angles = jnp.linspace(0, 2 * jnp.pi, n, endpoint=False)
    base = 1.0 / n
    w = base + 0.1 * jax.random.uniform(jax.random.split(key, 2)[1], (n,), minval=-1, maxval=1) * base
    return {
        "means": jnp.stack([radius * jnp.cos(angles), radius * jnp.sin(angles)], axis=1),
        "weights": w / jnp.sum(w),
    }


def plain(tree):
    return {k: np.asarray(v, dtype=np.float64).tolist() for k, v in tree.items()}


def main():
    out = {
        "header": {
            "what": "parameters of published recipes that draw their numbers",
            "versions": {"jax": jax.__version__, "numpy": np.__version__, "torch": torch.__version__},
            "peers": {"diffuse": "jcopo/diffuse 154d390", "pis": "qsh-zh/pis c5332c5", "mgps": "YazidJanati/mgps 7839182"},
            "made_by": "src/test/python/target_recipes.py",
        }
    }
    for x64 in (False, True):
        jax.config.update("jax_enable_x64", x64)
        kind = "float64" if x64 else "float32"
        for partitionable in (True, False):
            jax.config.update("jax_threefry_partitionable", partitionable)
            layout = "partitionable" if partitionable else "halves"
            key = jax.random.PRNGKey(42)
            out[f"diffuse_{kind}_{layout}"] = {
                "simple_2d": plain(diffuse_simple(key, 2, 3)),
                "simple_1d_of_first_child": plain(diffuse_simple(jax.random.split(key)[1], 1, 3)),
                "grid": plain(diffuse_grid(key, 5)),
                "circular": plain(diffuse_circular(key, 6, 1.0)),
            }
    jax.config.update("jax_enable_x64", False)
    out["jax_softplus_float32"] = [[v, float(jax.nn.softplus(jnp.float32(v)))] for v in (0.1, 0.5, 1.0, 2.0)]
    out["torch_softplus_float32"] = [
        [v, float(torch.nn.functional.softplus(torch.tensor(v, dtype=torch.float32)))] for v in (0.1, 0.5, 1.0, 2.0)
    ]
    angles = np.linspace(0, 2 * 3.14, 3, endpoint=False)
    out["pis_mg2d_means"] = (3.0 * np.stack([np.cos(angles), np.sin(angles)]).T).tolist()
    torch.manual_seed(0)
    u = torch.rand(25)
    out["mgps_weights_seed0"] = (u / u.sum()).double().tolist()
    json.dump(out, sys.stdout)
    print()


if __name__ == "__main__":
    main()
