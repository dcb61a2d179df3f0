"""EM fits by scikit-learn from given starts, for FitReferenceTest.

Run in the folder core: python src/test/python/scikit_fits.py > src/test/resources/reference/scikit_fits.json

Rows: penguins (342 x 4), and the 1797 digits as the sums of their 8 rows of pixels, which leaves no constant column and no
singular covariance. Each case starts from rows of the data as means, equal weights and the covariance of all
rows; reg_covar = 0. `score` is the mean log density of the rows under the fit after `iterations` M steps.
"""
import csv, gzip, json, sys, warnings
import numpy as np, sklearn
from sklearn.mixture import GaussianMixture
from sklearn.decomposition import FactorAnalysis

warnings.filterwarnings("ignore")


def penguins():
    with open("../examples/data/penguins.csv") as f:
        return np.array([[float(v) for v in row[1:]] for row in list(csv.reader(f))[1:]])


def digits():
    with gzip.open("../examples/data/digits.csv.gz", "rt") as f:
        pixels = np.array([[float(v) for v in row[:64]] for row in csv.reader(f)])
    return pixels.reshape(-1, 8, 8).sum(axis=2)


def precisions(kind, k, cov):
    d = len(cov)
    return {
        "full": lambda: np.repeat(np.linalg.inv(cov)[None], k, axis=0),
        "tied": lambda: np.linalg.inv(cov),
        "diag": lambda: np.repeat((1 / np.diag(cov))[None], k, axis=0),
        "spherical": lambda: np.full(k, d / np.trace(cov)),
    }[kind]()


NAMES = {"full": "full", "tied": "tied", "diag": "diagonal", "spherical": "isotropic"}


def case(name, x, rows, kind, iterations, tolerance):
    cov = np.cov(x.T, bias=True)
    k = len(rows)
    g = GaussianMixture(k, covariance_type=kind, tol=tolerance, reg_covar=0, max_iter=iterations,
                        weights_init=np.full(k, 1 / k), means_init=x[rows], precisions_init=precisions(kind, k, cov))
    g.fit(x)
    cov_of = {"full": lambda: g.covariances_, "tied": lambda: g.covariances_, "diag": lambda: g.covariances_,
              "spherical": lambda: g.covariances_}[kind]()
    return {"data": name, "rows": rows, "covariance": NAMES[kind], "iterations": int(g.n_iter_), "tolerance": tolerance,
            "score": float(g.score(x)), "weights": g.weights_.tolist(), "means": g.means_.ravel().tolist(),
            "covariances": np.ravel(cov_of).tolist() if len(x[0]) < 10 else [],
            "bic": float(g.bic(x)), "aic": float(g.aic(x))}


def factors(name, x, rank):
    f = FactorAnalysis(rank, tol=1e-9, max_iter=20_000, svd_method="lapack").fit(x)
    return {"data": name, "rank": rank, "score": float(f.score(x)), "noise": f.noise_variance_.tolist()}


p, d = penguins(), digits()
cases = []
for kind in ["full", "diag", "tied", "spherical"]:
    for n in [1, 7, 60]:
        cases.append(case("penguins", p, [0, 160, 300], kind, n, 0.0))
        cases.append(case("digits", d, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], kind, n, 0.0))
    cases.append(case("penguins", p, [0, 160, 300], kind, 1000, 1e-6))
json.dump({"header": {"program": "scikit-learn", "version": sklearn.__version__, "numpy": np.__version__,
                      "how": "core/src/test/python/scikit_fits.py"},
           "fits": cases,
           "factors": [factors("digits", d, 1), factors("digits", d, 2)]},
          sys.stdout, indent=1)
