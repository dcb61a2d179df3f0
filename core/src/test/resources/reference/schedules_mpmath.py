"""Values of the noise schedules in 60-digit arithmetic, straight from their definitions.

    python3 schedules_mpmath.py > schedules_mpmath.json      (Python 3.11, mpmath 1.4.1)

Times and parameters are taken as the exact doubles they are. Rates come from differentiating the definitions of alpha and
sigma^2 by mpmath, drift and diffusion from f = alpha'/alpha, g^2 = (sigma^2)' - 2 f sigma^2, transitions from
a = alpha_t/alpha_s, b^2 = sigma_t^2 - a^2 sigma_s^2. Nothing is rearranged: cancellation is paid for in digits.
"""
import json
import math
from mpmath import mp, mpf, exp, log, cos, pi, sqrt, diff, inf

mp.dps = 60


def linear_integral(p, t):
    u = t / mpf(p["end"])
    return mpf(p["end"]) * (mpf(p["betaMin"]) * u + (mpf(p["betaMax"]) - mpf(p["betaMin"])) * u**2 / 2)


def vp_linear(p):
    return lambda t: exp(-linear_integral(p, t) / 2), lambda t: 1 - exp(-linear_integral(p, t))


def sub_vp(p):
    return lambda t: exp(-linear_integral(p, t) / 2), lambda t: (1 - exp(-linear_integral(p, t))) ** 2


def vp_cosine(p):
    s, end = mpf(p["offset"]), mpf(p["end"])
    theta0 = pi / 2 * s / (1 + s)

    def alpha(t):
        return cos(pi / 2 * (t / end + s) / (1 + s)) / cos(theta0)

    return alpha, lambda t: 1 - alpha(t) ** 2


def ve(p):
    low, high, end = mpf(p["sigmaMin"]), mpf(p["sigmaMax"]), mpf(p["end"])
    return lambda t: mpf(1), lambda t: (low * (high / low) ** (t / end)) ** 2


def karras(p):
    low, high, rho = mpf(p["sigmaMin"]), mpf(p["sigmaMax"]), mpf(p["rho"])
    a, b = low ** (1 / rho), high ** (1 / rho)
    return lambda t: mpf(1), lambda t: (mpf(p["sigmaData"]) * (a + t / mpf(p["end"]) * (b - a)) ** rho) ** 2


def edm(p):
    return lambda t: mpf(1), lambda t: t**2


def flow(p):
    end = mpf(p["end"])
    return lambda t: 1 - t / end, lambda t: (t / end) ** 2


def interpolant(p):
    end = mpf(p["end"])
    return lambda t: (1 - t / end) ** p["signalPower"], lambda t: (t / end) ** (2 * mpf(p["noisePower"]))


def ddpm(p):
    n, end = p["steps"], p["end"]
    first, last = mpf(p["betaStart"]), mpf(p["betaEnd"])
    betas = [first + (last - first) * j / (n - 1) for j in range(n)]
    sums = [mpf(0)]
    for b in betas:
        sums.append(sums[-1] - log(1 - b))
    nodes = [mpf(i * end / n) for i in range(n)] + [mpf(end)]  # nodes are doubles

    def integral(t):
        i = max(k for k in range(n) if nodes[k] <= t)
        return sums[i] + (sums[i + 1] - sums[i]) * (t - nodes[i]) / (nodes[i + 1] - nodes[i])

    return lambda t: exp(-integral(t) / 2), lambda t: 1 - exp(-integral(t))


DEFINITIONS = {f.__name__.replace("_", "-"): f for f in (vp_linear, sub_vp, vp_cosine, ve, karras, edm, flow, interpolant, ddpm)}

DYING = ("vp-cosine", "flow", "interpolant")  # alpha is 0 at the end

SCHEDULES = [
    ("vp-linear", dict(betaMin=0.1, betaMax=20.0, end=1.0)),
    ("vp-linear", dict(betaMin=0.0, betaMax=20.0, end=1.0)),
    ("vp-linear", dict(betaMin=0.02, betaMax=5.0, end=2.0)),
    ("vp-linear", dict(betaMin=30.0, betaMax=3000.0, end=1.0)),
    ("sub-vp", dict(betaMin=0.1, betaMax=20.0, end=1.0)),
    ("sub-vp", dict(betaMin=0.0, betaMax=7.0, end=3.0)),
    ("vp-cosine", dict(offset=0.008, end=1.0)),
    ("vp-cosine", dict(offset=0.0, end=2.0)),
    ("vp-cosine", dict(offset=2.0, end=0.7)),
    ("ve", dict(sigmaMin=0.01, sigmaMax=50.0, end=1.0)),
    ("ve", dict(sigmaMin=0.5, sigmaMax=0.50001, end=5.0)),
    ("karras", dict(sigmaMin=4e-4, sigmaMax=160.0, rho=7.0, sigmaData=1.0, end=1.0)),
    ("karras", dict(sigmaMin=0.002, sigmaMax=80.0, rho=3.0, sigmaData=0.5, end=4.0)),
    ("edm", dict(sigmaMax=80.0)),
    ("flow", dict(end=1.0)),
    ("flow", dict(end=2.5)),
    ("interpolant", dict(signalPower=1, noisePower=0.5, end=1.0)),
    ("interpolant", dict(signalPower=2, noisePower=1.5, end=2.5)),
    ("ddpm", dict(betaStart=1e-4, betaEnd=0.02, steps=1000, end=1.0)),
    ("ddpm", dict(betaStart=0.02, betaEnd=1e-4, steps=50, end=50.0)),
    ("ddpm", dict(betaStart=0.5, betaEnd=1e-9, steps=200, end=3.0)),
]

FRACTIONS = [0.0, 1e-150, 1e-100, 1e-20, 1e-12, 1e-9, 1e-6, 1e-3, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.51, 0.75, 0.9, 0.99, 0.999,
             1 - 1e-6, 1 - 1e-9, 1 - 1e-12, 1 - 2.0**-53, 1.0]
NUDGES = [0.0, 1e-15, 1e-12, 1e-9, 1e-5]


def number(x):
    if x == inf:
        return "Infinity"
    if x == -inf:
        return "-Infinity"
    return float(mp.nstr(x, 25))  # the nearest double


def values(alpha, variance, kind, end, t):
    a, v = alpha(t), variance(t)
    if kind == "ddpm":  # one-sided at a kink; exact, since ln alpha is linear there
        gap = mpf(2) ** -120 * end
        t0, t1 = (t - gap, t) if t == end else (t, t + gap)
        rate = -2 * (log(alpha(t1)) - log(alpha(t0))) / gap
        a_rate, v_rate = -rate / 2 * a, rate * a**2
    else:  # central: the definitions are analytic beyond both ends, and the error is (1e-40)^2
        h = (t or end) * mpf(10) ** -40
        mp.dps += 60
        a_rate, v_rate = diff(alpha, t, h=h, direction=0), diff(variance, t, h=h, direction=0)
        mp.dps -= 60
    if t == 0 or t == end:  # what is 0 there, exactly
        a_rate, v_rate, v = [mpf(0) if t == 0 and abs(x) < mpf(10) ** -45 else x for x in (a_rate, v_rate, v)]
        a = mpf(0) if kind in DYING and t == end else a
    f = a_rate / a if a > 0 else -inf
    g2 = v_rate - 2 * f * v if a > 0 else inf
    lam = inf if v == 0 else -inf if a == 0 else log(a / sqrt(v))
    return [number(x) for x in (a, sqrt(v), a_rate, v_rate, f, g2, lam)]


def main():
    schedules = []
    for kind, p in SCHEDULES:
        mp.dps = 800
        alpha, variance = DEFINITIONS[kind](p)
        end = p.get("end", p.get("sigmaMax"))
        times = sorted({f * end for f in FRACTIONS})
        rows, steps = [], []
        for t in times:
            mp.dps = 800 if 0 < t < 1e-30 else 120
            rows.append([t] + values(alpha, variance, kind, mpf(end), mpf(t)))
        for s in times:
            for t in sorted({x for x in times[::3] + [end] + [s * (1 + n) for n in NUDGES] + [math.nextafter(s, math.inf)]}):
                mp.dps = 800 if 0 < s < 1e-30 or 0 < t < 1e-30 else 120
                if s < t <= end and not (kind in ("vp-cosine", "flow", "interpolant") and s == end):
                    dies = kind in DYING and t == end
                    a = mpf(0) if dies else alpha(mpf(t)) / alpha(mpf(s))
                    b = sqrt(variance(mpf(t)) - a**2 * variance(mpf(s)))
                    if b > 1e-150:  # below, b^2 underflows
                        steps.append([s, t, number(a), number(b)])
        schedules.append(dict(type=kind, **p, values=rows, transitions=steps))
    header = dict(
        what="noise schedules in high-precision arithmetic from their definitions",
        made_by="schedules_mpmath.py, Python 3.11, mpmath 1.4.1",
        values="rows of t, alpha, sigma, d alpha/dt, d sigma^2/dt, f, g^2, ln(alpha/sigma)",
        transitions="rows of s, t, a, b with x_t | x_s ~ N(a x_s, b^2 I)",
        number_format="nearest double; non-finite numbers are strings")
    text = json.dumps(dict(header=header, schedules=schedules))
    print(text.replace("], [", "],\n[").replace("}, {", "},\n{"))


main()
