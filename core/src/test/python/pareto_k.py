"""Writes pareto_k.json: the Pareto shape that ArviZ 0.23.4 finds (arviz.stats.stats._psislw, run from the source of
the wheel, without its plotting dependencies).

usage: python pareto_k.py PATH_OF_UNPACKED_WHEEL > pareto_k.json
"""
import ast
import json
import sys

import numpy as np
import scipy

path = sys.argv[1] + "/arviz/stats/stats.py"
tree = ast.parse(open(path).read())
wanted = [f for f in tree.body if isinstance(f, ast.FunctionDef) and f.name in ("_psislw", "_gpdfit", "_gpinv")]
scope = {"np": np}
exec(
    "def _logsumexp(x):\n    m = np.max(x)\n    return m + np.log(np.sum(np.exp(x - m)))\n",
    scope,
)
exec(compile(ast.Module(body=wanted, type_ignores=[]), path, "exec"), scope)


def shape(w):
    n = len(w)
    cutoff_ind = -int(np.ceil(min(n / 5.0, 3 * n**0.5))) - 1
    return float(scope["_psislw"](np.array(w), cutoff_ind, np.log(np.finfo(float).tiny), True)[1])


rng = np.random.default_rng(0)
cases = []
for name, n, draw in [
    ("light", 200, lambda n: rng.uniform(-1, 1, n)),
    ("normal log weights", 300, lambda n: rng.normal(size=n)),
    ("wide log weights", 300, lambda n: 4 * rng.normal(size=n)),
    ("Pareto 0.9", 400, lambda n: 0.9 * rng.exponential(size=n) - 700),
    ("t2 over normal", 150, lambda n: np.log1p((x := rng.normal(size=n)) ** 2) + x**2 / 2),
]:
    w = draw(n).tolist()
    cases.append({"name": name, "log_weights": w, "k": shape(w)})
header = {
    "program": "ArviZ 0.23.4, arviz.stats.stats._psislw",
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "script": "src/test/python/pareto_k.py",
}
json.dump({"header": header, "cases": cases}, sys.stdout)
