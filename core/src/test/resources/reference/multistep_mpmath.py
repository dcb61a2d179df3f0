"""Trajectories of multistep solvers on two modes in one dimension, in 40 digits, by definition.

    python multistep_mpmath.py > multistep_mpmath.json

Weights of DEIS are quadratures of the defining integrals (mpmath.quad of the polynomial of Lagrange against d rho);
DPM-Solver++ and UniPC are written as in the published programs (dpm_solver_pytorch.py,
uni_pc.py: differences, R and b, the corrector from the point before the step); PNDM as in its paper. "3m" has the second
derivative, "3m-published" half of it, as the programs.
"""
import json
import mpmath as mp

mp.mp.dps = 40
W, MU, S = [mp.mpf(0.3), mp.mpf(0.7)], [mp.mpf(-1), mp.mpf(1)], [mp.mpf(0.5), mp.mpf(0.4)]


class Vp:
    name, grid = "vp-linear", [0.95, 0.8, 0.71, 0.5, 0.33, 0.2, 0.08, 0.02]
    b0, b1 = mp.mpf(0.1), mp.mpf(20)

    def levels(self, t):
        b = self.b0 * t + (self.b1 - self.b0) * t * t / 2
        return mp.exp(-b / 2), mp.sqrt(-mp.expm1(-b))


class Edm:
    name, grid = "edm", [50.0, 21.0, 9.0, 5.5, 2.0, 1.1, 0.4, 0.1]

    def levels(self, t):
        return mp.mpf(1), t


class Flow:
    name, grid = "flow", [0.97, 0.85, 0.7, 0.62, 0.41, 0.3, 0.11, 0.03]

    def levels(self, t):
        return 1 - t, t


class Path:
    """Schedule, grid, denoiser."""

    def __init__(self, schedule):
        self.s, self.t = schedule, [mp.mpf(t) for t in schedule.grid]

    def a(self, i):
        return self.s.levels(self.t[i])[0]

    def sig(self, i):
        return self.s.levels(self.t[i])[1]

    def lam(self, i):
        return mp.log(self.a(i)) - mp.log(self.sig(i))

    def rho(self, i):
        return self.sig(i) / self.a(i)

    def data(self, x, t):
        a, s = self.s.levels(t)
        var = [a * a * c * c + s * s for c in S]
        ln = [mp.log(w) - mp.log(v) / 2 - (x - a * m) ** 2 / (2 * v) for w, m, v in zip(W, MU, var)]
        r = [mp.exp(l - max(ln)) for l in ln]
        return sum(q * (m + a * c * c / v * (x - a * m)) for q, m, c, v in zip(r, MU, S, var)) / sum(r)

    def noise(self, x, t):
        a, s = self.s.levels(t)
        return (x - a * self.data(x, t)) / s


def lagrange(nodes, j, u):
    p = mp.mpf(1)
    for m, n in enumerate(nodes):
        if m != j:
            p *= (u - n) / (nodes[j] - n)
    return p


def walk(path, start, what, step):
    """step(x, i, history): history[j] is the prediction at i - j."""
    x, history, out = mp.mpf(start), [], []
    for i in range(len(path.t) - 1):
        history.insert(0, getattr(path, what)(x, path.t[i]))
        x = step(x, i, history)
        out.append(x)
    return out


def order_at(p, i, n, lower):
    return min(p, i + 1, n - i) if lower else min(p, i + 1)


def dpm(path, start, p, published=False, lower=False):
    n = len(path.t) - 1

    def step(x, i, m):
        h = path.lam(i + 1) - path.lam(i)
        phi1 = mp.expm1(-h)
        a = path.a(i + 1)
        base = path.sig(i + 1) / path.sig(i) * x - a * phi1 * m[0]
        k = order_at(p, i, n, lower)
        if k == 1:
            return base
        r0 = (path.lam(i) - path.lam(i - 1)) / h
        d10 = (m[0] - m[1]) / r0
        if k == 2:
            return base - a * phi1 * d10 / 2
        r1 = (path.lam(i - 1) - path.lam(i - 2)) / h
        d11 = (m[1] - m[2]) / r1
        d1 = d10 + r0 / (r0 + r1) * (d10 - d11)
        d2 = (d10 - d11) / (r0 + r1)
        phi2 = phi1 / h + 1
        phi3 = phi2 / h - mp.mpf(1) / 2
        return base + a * phi2 * d1 - a * phi3 * d2 * (1 if published else 2)

    return walk(path, start, "data", step)


def unipc(path, start, p, bh, corrector, what, lower=False):
    n = len(path.t) - 1
    x, m, out = mp.mpf(start), [], []
    f = getattr(path, what)
    m.insert(0, f(x, path.t[0]))
    for i in range(n):
        k = order_at(p, i, n, lower)
        h = path.lam(i + 1) - path.lam(i)
        hh = -h if what == "data" else h
        rks = [(path.lam(i - j) - path.lam(i)) / h for j in range(1, k)] + [mp.mpf(1)]
        d1s = [(m[j] - m[0]) / rks[j - 1] for j in range(1, k)]
        hphi1 = mp.expm1(hh)
        hphik, fact = hphi1 / hh - 1, mp.mpf(1)
        big = hh if bh == 1 else mp.expm1(hh)
        R, b = [], []
        for j in range(1, k + 1):
            R.append([r ** (j - 1) for r in rks])
            b.append(hphik * fact / big)
            fact *= j + 1
            hphik = hphik / hh - 1 / fact
        rhop = [] if k == 1 else [mp.mpf(1) / 2] if k == 2 else list(
            mp.lu_solve(mp.matrix([r[:-1] for r in R[:-1]]), mp.matrix(b[:-1])))
        rhoc = [mp.mpf(1) / 2] if k == 1 else list(mp.lu_solve(mp.matrix(R), mp.matrix(b)))
        scale = path.a(i + 1) if what == "data" else path.sig(i + 1)
        ratio = path.sig(i + 1) / path.sig(i) if what == "data" else path.a(i + 1) / path.a(i)
        base = ratio * x - scale * hphi1 * m[0]
        x = base - scale * big * sum(r * d for r, d in zip(rhop, d1s))
        out.append(x)  # as it stands before the correction
        if i + 1 < n:
            new = f(x, path.t[i + 1])
            if corrector:
                x = base - scale * big * (sum(r * d for r, d in zip(rhoc, d1s)) + rhoc[-1] * (new - m[0]))
            m.insert(0, new)
    return out


def deis(path, start, kind, degree):
    def rho_rate(t):
        return mp.diff(lambda u: path.s.levels(u)[1] / path.s.levels(u)[0], t)

    def step(x, i, m):
        k = min(degree + 1, i + 1)
        total = path.a(i + 1) / path.a(i) * x
        for j in range(k):
            if kind == "tab":
                c = mp.quad(lambda t: rho_rate(t) * lagrange([path.t[i - q] for q in range(k)], j, t),
                            mp.linspace(path.t[i], path.t[i + 1], 5))
            else:
                c = mp.quad(lambda r: lagrange([path.rho(i - q) for q in range(k)], j, r),
                            [path.rho(i), path.rho(i + 1)])
            total += path.a(i + 1) * c * m[j]
        return total

    return walk(path, start, "noise", step)


def pndm(path, start, variant):
    def phi(x, e, t, s):
        (at, st), (a_s, ss) = path.s.levels(t), path.s.levels(s)
        return a_s / at * x + (ss - a_s * st / at) * e

    def step(x, i, e):
        t, s = path.t[i], path.t[i + 1]
        if variant == "f-pndm" and i < 3:
            mid = (t + s) / 2
            e2 = path.noise(phi(x, e[0], t, mid), mid)
            e3 = path.noise(phi(x, e2, t, mid), mid)
            e4 = path.noise(phi(x, e3, t, s), s)
            return phi(x, (e[0] + 2 * e2 + 2 * e3 + e4) / 6, t, s)
        if i == 0:
            return phi(x, (e[0] + path.noise(phi(x, e[0], t, s), s)) / 2, t, s)
        if i == 1 or variant == "s-pndm":
            return phi(x, (3 * e[0] - e[1]) / 2, t, s)
        if i == 2:
            return phi(x, (23 * e[0] - 16 * e[1] + 5 * e[2]) / 12, t, s)
        return phi(x, (55 * e[0] - 59 * e[1] + 37 * e[2] - 9 * e[3]) / 24, t, s)

    return walk(path, start, "noise", step)


def main():
    cases = []
    for schedule in [Vp(), Edm(), Flow()]:
        path = Path(schedule)
        start = float(mp.mpf("0.4") * path.sig(0) + mp.mpf("0.2"))
        runs = {
            "2m": dpm(path, start, 2), "2m-lower": dpm(path, start, 2, lower=True),
            "3m": dpm(path, start, 3), "3m-lower": dpm(path, start, 3, lower=True),
            "3m-published": dpm(path, start, 3, published=True),
        }
        for p in (1, 2, 3):
            for bh in (1, 2):
                for c in (False, True):
                    for what in ("data", "noise"):
                        runs[f"unipc-{p}-bh{bh}-{'c' if c else 'p'}-{what}"] = unipc(path, start, p, bh, c, what)
        runs["unipc-3-bh1-c-data-lower"] = unipc(path, start, 3, 1, True, "data", lower=True)
        for kind in ("tab", "rho"):
            for degree in range(4):
                runs[f"deis-{kind}-{degree}"] = deis(path, start, kind, degree)
        for variant in ("plms", "f-pndm", "s-pndm"):
            runs[variant] = pndm(path, start, variant)
        cases.append({
            "process": schedule.name, "grid": schedule.grid, "start": start,
            "runs": {k: [float(x) for x in v] for k, v in runs.items()},
        })
    print(json.dumps({
        "header": {
            "what": "trajectories of multistep solvers with their published warm-up, by definition",
            "made_by": f"multistep_mpmath.py, mpmath {mp.__version__}, {mp.mp.dps} digits",
            "mixture": "0.3 N(-1, 0.5^2) + 0.7 N(1, 0.4^2), parameters as doubles",
            "runs": "the points after each step, those of UniPC before they are corrected",
            "number_format": "nearest double",
        },
        "cases": cases}, indent=1))


main()
