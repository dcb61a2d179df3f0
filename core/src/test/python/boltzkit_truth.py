"""The right scores and log densities for boltzkit_cases.json and boltzkit_gmm40.json, by arithmetic of 400 digits.

boltzkit's own scores are wrong far away for more than one component (its responsibilities do not sum to 1), and NaN beyond 1e154.
Run in src/test/resources/reference: python3 ../../python/boltzkit_truth.py
"""
import json
import math

from hard_points import answers, encode


def truth(name, case, logits):
    top = max(logits)
    weights = [math.exp(l - top) if l > -math.inf else 0.0 for l in logits]
    done = answers({"structure": "diagonal", "a": 1.0, "b": 0.0, "weights": weights, "means": case["means"],
                    "covariances": case["diag_stds"], "points": case["points"], "digits": 400})
    return {"name": name, "log_density": done["log_density"], "score": done["score"]}


cases = json.load(open("boltzkit_cases.json"))["cases"]
out = [truth(c["name"], c, [float(l) for l in c["logits_given"]]) for c in cases]
gmm40 = json.load(open("boltzkit_gmm40.json"))
out.append(truth("gmm40", gmm40, gmm40["logits_normalised"]))
with open("boltzkit_mpmath.json", "w") as f:
    f.write(encode({"header": {"what": __doc__.split("\n")[0], "script": "src/test/python/boltzkit_truth.py"}, "cases": out}))
