"""Writes sensitivity_reference.hpp, the numbers that the tests of sensitivity and decisions take from
SciPy and NumPy.

Run with: /usr/bin/python3 tests/data/make_sensitivity_reference.py
Scores and tail means come from numerical integration or from sums over all pairs, Shapley effects from
all subsets, the regression spline from SciPy's B-splines and a dense solution: not from the formulas
that the core uses.
"""

import itertools
import math
import pathlib

import numpy
import scipy
from scipy import integrate, interpolate, special, stats

random = numpy.random.Generator(numpy.random.PCG64(20261124))


def braces(numbers):
    return "{" + ", ".join(repr(float(x)) for x in numpy.ravel(numbers)) + "}"


def array(name, numbers):
    return f"inline constexpr std::array<double, {numpy.size(numbers)}> {name}{braces(numbers)};"


def value(name, number):
    return f"inline constexpr double {name} = {float(number)!r};"


def table(kind, name, rows):
    return [f"inline constexpr {kind} {name}[] = {{"] + [f"    {{{row}}}," for row in rows] + ["};"]


def integral(function, *points):
    """Over consecutive intervals, cut up finely enough for full precision."""
    edges = numpy.unique(numpy.concatenate([numpy.linspace(a, b, 17) for a, b in zip(points, points[1:])]))
    options = {"epsabs": 1e-15, "epsrel": 1e-13, "limit": 200}
    return math.fsum(integrate.quad(function, a, b, **options)[0] for a, b in zip(edges, edges[1:]))


# --- proportions

PROPORTIONS = [(0, 10, 0.95), (10, 10, 0.95), (3, 20, 0.9), (1, 1, 0.95), (450, 500, 0.99), (7, 16384, 0.95)]


def proportion_rows():
    for hits, trials, confidence in PROPORTIONS:
        test = stats.binomtest(hits, trials)
        exact = test.proportion_ci(confidence, method="exact")
        score = test.proportion_ci(confidence, method="wilson")
        yield f"{hits}, {trials}, {confidence}, {braces(exact)}, {braces(score)}"


# --- forecast scores

CRPS_SAMPLE = [3.0, -1.5, 8.0, 8.0, 0.25, 100.0, 2.0, 8.0, -7.0]


def sample_crps(sample, y):
    x = numpy.array(sample)
    return numpy.abs(x - y).mean() - numpy.abs(x[:, None] - x[None, :]).mean() / 2


def normal_crps(mean, sd, y):
    """Integral of (F(x) - [x >= y])^2."""
    forecast = stats.norm(mean, sd)
    low, high = min(mean - 40 * sd, y), max(mean + 40 * sd, y)
    return integral(lambda x: forecast.cdf(x) ** 2, low, y) + integral(lambda x: forecast.sf(x) ** 2, y, high)


UNIFORM_SAMPLES = [random.random(20), random.random(100) ** 1.2, random.random(1000) ** 1.04]

# --- tail means

TAIL_SAMPLE = random.normal(size=23)


def tail_mean(sample, share):
    """Mean of the lower share, as the integral of the step function of its quantiles."""
    x = numpy.sort(sample)
    weight = numpy.clip(share * len(x) - numpy.arange(len(x)), 0, 1)
    return (weight * x).sum() / (share * len(x))


# --- normal scores, regression, spline

TIED = [3.0, -1.5, 8.0, 8.0, 0.25, 100.0, 2.0, 8.0, -7.0, -7.0]


def normal_scores(x):
    return special.ndtri((stats.rankdata(x) - 0.5) / len(x))


REGRESSION_INPUTS = random.normal(size=(3, 48)) * [[1], [100], [0.01]] + [[5], [0], [1000]]
REGRESSION_RESPONSE = [1, 0.02, 30] @ REGRESSION_INPUTS + 0.5 * random.normal(size=48)


def squared_coefficients():
    z = stats.zscore(REGRESSION_INPUTS, axis=1).T
    beta, residual, _, _ = numpy.linalg.lstsq(z, stats.zscore(REGRESSION_RESPONSE), rcond=None)
    return beta**2, 1 - residual[0] / 48


SPLINE_X = numpy.round(random.lognormal(size=96), 2)
SPLINE_WAVE = numpy.sin(3 * normal_scores(SPLINE_X)) + 0.25 * random.normal(size=96)
SPLINE_LINE = 2 * normal_scores(SPLINE_X) + 3 * random.normal(size=96)
SPLINE_NOISE = random.normal(size=96)


def spline(x, y):
    """Fitted values, effective parameters and adjusted R^2: see core/src/regression_spline.hpp."""
    n, segments = len(x), 16
    z = normal_scores(x)
    z = (z - z.min()) / (z.max() - z.min()) * segments
    knots = numpy.arange(-3.0, segments + 4)
    basis = interpolate.BSpline.design_matrix(z, knots, 3).toarray()
    difference = numpy.diff(numpy.eye(segments + 3), 2, axis=0)
    best = (n * ((y - y.mean()) ** 2).sum() / (n - 1.4) ** 2, numpy.full(n, y.mean()), 1.0)
    for exponent in numpy.arange(-4, 4.25, 0.5):
        rows = numpy.vstack([basis, math.sqrt(n * 10**exponent) * difference])
        q, _ = numpy.linalg.qr(rows)
        smoother = q[:n] @ q[:n].T
        fitted, parameters = smoother @ y, numpy.trace(smoother)
        score = n * ((y - fitted) ** 2).sum() / (n - 1.4 * parameters) ** 2
        if score < best[0]:
            best = (score, fitted, parameters)
    _, fitted, parameters = best
    unexplained = ((y - fitted) ** 2).sum() / (n - parameters)
    return fitted, parameters, 1 - unexplained / y.var(ddof=1)


# --- decisions between 0, a + b x + c e and a' + b' x + c' e; x, e standard normal

DECISIONS = [(0.0, 0.0, 0.0), (0.5, 1.0, 1.5), (-0.2, -2.0, 0.7)]


def expected_maximum(lines):
    """E max(a + s z), z standard normal."""
    kinks = [(a1 - a2) / (s2 - s1) for (a1, s1), (a2, s2) in itertools.combinations(lines, 2) if s1 != s2]
    inner = sorted(k for k in kinks if -12 < k < 12)
    return integral(lambda z: max(a + s * z for a, s in lines) * stats.norm.pdf(z), -12, *inner, 12)


def partial_information(which):
    return expected_maximum([(d[0], d[which]) for d in DECISIONS]) - max(d[0] for d in DECISIONS)


def perfect_information():
    def given(x):
        return expected_maximum([(a + b * x, c) for a, b, c in DECISIONS])

    nodes, weights = numpy.polynomial.hermite_e.hermegauss(80)
    mean = sum(w * given(x) for x, w in zip(nodes, weights)) / math.sqrt(2 * math.pi)
    return mean - max(d[0] for d in DECISIONS)


# --- Shapley effects of b'x, x normal, from all subsets

SHAPLEY_B = numpy.array([1.0, -2.0, 0.5, 1.5])
SHAPLEY_R = numpy.array([[1, 0.6, 0, -0.3], [0.6, 1, 0, 0.2], [0, 0, 1, 0], [-0.3, 0.2, 0, 1]])


def explained(b, covariance, known):
    """Var E[b'x | x_known]."""
    known = list(known)
    if not known:
        return 0.0
    with_all = covariance[known] @ b
    return with_all @ numpy.linalg.solve(covariance[numpy.ix_(known, known)], with_all)


def shapley(b, covariance, groups):
    count = len(groups)
    effects = numpy.zeros(count)
    for i in range(count):
        others = [g for g in range(count) if g != i]
        for size in range(count):
            for subset in itertools.combinations(others, size):
                inputs = [k for g in subset for k in groups[g]]
                gain = explained(b, covariance, inputs + list(groups[i])) - explained(b, covariance, inputs)
                effects[i] += gain / (count * math.comb(count - 1, size))
    return effects / effects.sum()


# --- input-output

LEONTIEF_A = numpy.array([[0.1, 0.25, 0.05], [0.2, 0.05, 0.4], [0.0, 0.15, 0.3]])
LEONTIEF_E = numpy.array([12.0, 30.0, 7.5])
LEONTIEF_X = numpy.array([100.0, 0.0, 40.0])


def lines():
    yield "#pragma once"
    yield ""
    yield f"// SciPy {scipy.__version__}, NumPy {numpy.__version__}; written by make_sensitivity_reference.py."
    yield "// clang-format off"
    yield ""
    yield "#include <array>"
    yield "#include <cstdint>"
    yield ""
    yield "namespace export_potential::reference {"
    yield ""
    yield "/// Bounds by Clopper and Pearson and by Wilson."
    yield "struct Proportion { std::uint64_t hits; std::uint64_t trials; double confidence;"
    yield "                    std::array<double, 2> exact; std::array<double, 2> score; };"
    yield from table("Proportion", "kProportions", proportion_rows())
    yield ""
    yield array("kCrpsSample", CRPS_SAMPLE)
    yield "struct ScoreAt { double observed; double score; };"
    yield from table("ScoreAt", "kSampleCrps", [f"{y}, {sample_crps(CRPS_SAMPLE, y)!r}" for y in (-20.0, 0.25, 5.0, 150.0)])
    yield "struct NormalScoreAt { double mean; double sd; double observed; double score; };"
    normals = [(0.0, 1.0, 0.0), (0.0, 1.0, 1.0), (5.0, 2.0, -1.0), (-3.0, 0.5, 4.0)]
    yield from table("NormalScoreAt", "kNormalCrps", [f"{m}, {s}, {y}, {normal_crps(m, s, y)!r}" for m, s, y in normals])
    yield "/// Kolmogorov and Smirnov's distance and its exact p-value."
    for i, sample in enumerate(UNIFORM_SAMPLES):
        test = stats.kstest(sample, "uniform", mode="exact")
        yield array(f"kUniforms{i}", sample)
        yield value(f"kDistance{i}", test.statistic)
        yield value(f"kPValue{i}", test.pvalue)
    yield ""
    yield array("kTailSample", TAIL_SAMPLE)
    shares = [0.01, 0.1, 0.25, 0.5, 1.0]
    yield array("kTailShares", shares)
    yield array("kTailMeans", [tail_mean(TAIL_SAMPLE, share) for share in shares])
    yield "/// Mean of the worst 5 % of N(10, 3) and of a lognormal with mean 1 and log-sd 0.8."
    normal, lognormal = stats.norm(10, 3), stats.lognorm(0.8, scale=math.exp(-0.32))
    yield value("kNormalTailMean", integral(lambda u: normal.ppf(u), 1e-300, 1e-12, 1e-6, 1e-3, 0.05) / 0.05)
    yield value("kLognormalTailMean", integral(lambda u: lognormal.ppf(u), 1e-300, 1e-12, 1e-6, 1e-3, 0.05) / 0.05)
    yield ""
    yield array("kTied", TIED)
    yield array("kTiedScores", normal_scores(TIED))
    for i, column in enumerate(REGRESSION_INPUTS):
        yield array(f"kRegressionInput{i}", column)
    yield array("kRegressionResponse", REGRESSION_RESPONSE)
    squares, r_squared = squared_coefficients()
    yield array("kSquaredCoefficients", squares)
    yield value("kRSquared", r_squared)
    yield ""
    yield array("kSplineX", SPLINE_X)
    for name, y in (("Wave", SPLINE_WAVE), ("Line", SPLINE_LINE), ("Noise", SPLINE_NOISE)):
        fitted, parameters, adjusted = spline(SPLINE_X, y)
        yield array(f"kSpline{name}", y)
        yield array(f"kSpline{name}Fitted", fitted)
        yield value(f"kSpline{name}Parameters", parameters)
        yield value(f"kSpline{name}Explained", adjusted)
    yield ""
    yield "/// Net benefits a + b x + c e."
    yield "struct Line { double a; double b; double c; };"
    yield from table("Line", "kDecisions", [f"{a}, {b}, {c}" for a, b, c in DECISIONS])
    yield value("kEvpi", perfect_information())
    yield value("kEvppiX", partial_information(1))
    yield value("kEvppiE", partial_information(2))
    yield ""
    yield array("kShapleyB", SHAPLEY_B)
    yield array("kShapleyR", SHAPLEY_R)
    yield array("kShapley", shapley(SHAPLEY_B, SHAPLEY_R, [[0], [1], [2], [3]]))
    yield "/// The first input and the last as one group."
    yield array("kShapleyGrouped", shapley(SHAPLEY_B, SHAPLEY_R, [[0, 3], [1], [2]]))
    yield "/// b = (1, 1), sd = (1, 2), rho = 0.5."
    yield array("kShapleyPair", shapley(numpy.ones(2), numpy.array([[1.0, 1.0], [1.0, 4.0]]), [[0], [1]]))
    yield ""
    yield array("kLeontiefA", LEONTIEF_A)
    yield array("kLeontiefE", LEONTIEF_E)
    yield array("kLeontiefX", LEONTIEF_X)
    yield value("kLeontiefJobs", LEONTIEF_E @ numpy.linalg.inv(numpy.eye(3) - LEONTIEF_A) @ LEONTIEF_X)
    yield ""
    yield "} // namespace export_potential::reference"


target = pathlib.Path(__file__).with_name("sensitivity_reference.hpp")
target.write_text("\n".join(lines()) + "\n")
