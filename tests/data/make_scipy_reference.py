"""Writes scipy_reference.hpp, the numbers that the core's tests take from SciPy and NumPy.

Run with: /usr/bin/python3 tests/data/make_scipy_reference.py
Moments of truncated distributions come from numerical integration of SciPy's densities, not from the
closed forms that the core uses. Philox4x32-10 is written out here and checked against the published
known answers of Random123 before its numbers are used.
"""

import math
import pathlib

import numpy
import scipy
from scipy import integrate, special, stats

PROBABILITIES = [1e-9, 1e-4, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.9999, 1 - 1e-9]


def pert(low, mode, high):
    width = high - low
    return stats.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, low, width)


def triangular(low, mode, high):
    return stats.triang((mode - low) / (high - low), low, high - low)


def truncated_normal(mean, sd, low, high):
    return stats.truncnorm((low - mean) / sd, (high - mean) / sd, mean, sd)


class TruncatedLognormal:
    """exp of a truncated normal, through SciPy's truncated normal."""

    def __init__(self, mu, sigma, low, high):
        self.log = truncated_normal(
            mu, sigma, math.log(low) if low > 0 else -math.inf, math.log(high) if high < math.inf else math.inf
        )

    def ppf(self, u):
        return math.exp(self.log.ppf(u))

    def pdf(self, x):
        return self.log.pdf(math.log(x)) / x

    def moment(self, k):
        mu, sigma = self.log.kwds.get("loc", self.log.args[2]), self.log.args[3]
        low, high = max(self.log.support()[0], mu - 12 * sigma), min(self.log.support()[1], mu + 20 * sigma)
        peak = min(max(mu + k * sigma * sigma, low), high)
        return piecewise(lambda y: math.exp(k * y) * self.log.pdf(y), low, peak, high)


def piecewise(function, *points):
    """Integral over consecutive intervals, cut up finely enough for full precision."""
    edges = numpy.unique(numpy.concatenate([numpy.linspace(a, b, 9) for a, b in zip(points, points[1:])]))
    options = {"epsabs": 0, "epsrel": 1e-13, "limit": 200}
    return math.fsum(integrate.quad(function, a, b, **options)[0] for a, b in zip(edges, edges[1:]))


def moments(distribution):
    if isinstance(distribution, TruncatedLognormal):
        first = distribution.moment(1)
        return first, distribution.moment(2) - first * first
    if distribution.dist.name == "truncnorm":
        low, high = distribution.support()
        middle = min(max(distribution.args[2], low), high)
        first = piecewise(lambda x: x * distribution.pdf(x), low, middle, high)
        return first, piecewise(lambda x: (x - first) ** 2 * distribution.pdf(x), low, middle, high)
    return distribution.mean(), distribution.var()


INF = math.inf
DISTRIBUTIONS = [
    ("Uniform{-1, 3}", stats.uniform(-1, 4)),
    ("Triangular{0, 1, 2}", triangular(0, 1, 2)),
    ("Triangular{0, 0, 5}", triangular(0, 0, 5)),
    ("Triangular{-2, 7, 7}", triangular(-2, 7, 7)),
    ("Pert{1, 3, 8}", pert(1, 3, 8)),
    ("Pert{0.05, 0.05, 0.5}", pert(0.05, 0.05, 0.5)),
    ("Pert{0, 1, 1}", pert(0, 1, 1)),
    ("Pert{1.5, 3, 6}", pert(1.5, 3, 6)),
    ("Beta{3.5, 10.5}", stats.beta(3.5, 10.5)),
    ("Beta{13.5, 16.5}", stats.beta(13.5, 16.5)),
    ("Beta{0.5, 0.5}", stats.beta(0.5, 0.5)),
    ("Beta{1, 4}", stats.beta(1, 4)),
    ("Beta{0.7, 30}", stats.beta(0.7, 30)),
    ("Beta{900, 100}", stats.beta(900, 100)),
    ("TruncatedNormal{0.1, 0.06, 0, 0.4}", truncated_normal(0.1, 0.06, 0, 0.4)),
    ("TruncatedNormal{2.2, 0.2, 1.6, 2.8}", truncated_normal(2.2, 0.2, 1.6, 2.8)),
    ("TruncatedNormal{0, 1, 0, 5}", truncated_normal(0, 1, 0, 5)),
    ("TruncatedNormal{0, 1, -4, -2}", truncated_normal(0, 1, -4, -2)),
    ("TruncatedNormal{5, 30, 0, 10}", truncated_normal(5, 30, 0, 10)),
    ("Lognormal{0, 1, 0, kInfinity}", TruncatedLognormal(0, 1, 0, INF)),
    ("Lognormal{10, 0.3, 0, kInfinity}", TruncatedLognormal(10, 0.3, 0, INF)),
    ("Lognormal{10, 0.8, 5000, 100000}", TruncatedLognormal(10, 0.8, 5000, 100000)),
    ("Lognormal{1, 2.2, 0, 50}", TruncatedLognormal(1, 2.2, 0, 50)),
]

# Counter (4 words), key (2 words), result (4 words): tests/kat_vectors of Random123.
PHILOX_KNOWN_ANSWERS = [
    ([0] * 4, [0] * 2, [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]),
    ([0xFFFFFFFF] * 4, [0xFFFFFFFF] * 2, [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]),
    (
        [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344],
        [0xA4093822, 0x299F31D0],
        [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1],
    ),
]
POINTS = [  # seed, draw, dimension
    (0, 0, 0),
    (1, 0, 0),
    (1, 1, 0),
    (1, 0, 1),
    (1, 63, 5),
    (20261124, 1048575, 40),
    (2**32, 7, 3),
    (2**32 + 1, 2**32 + 7, 3),
    (2**53 - 1, 2**32 - 1, 70),
    (0x299F31D0A4093822, 0x85A308D3243F6A88, 0x13198A2E),
]


def philox(counter, key):
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        a, b = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (b >> 32) ^ c1 ^ k0, b & 0xFFFFFFFF, (a >> 32) ^ c3 ^ k1, a & 0xFFFFFFFF
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return [c0, c1, c2, c3]


def point(seed, draw, dimension):
    words = philox([draw & 0xFFFFFFFF, draw >> 32, dimension, 0], [seed & 0xFFFFFFFF, seed >> 32])
    return (((words[1] << 32 | words[0]) >> 12) + 0.5) * 2.0**-52


LOG_GAMMA = [1e-8, 0.1, 0.5, 0.999, 1.0, 1.001, 1.5, 2.0, 2.5, 3.7, 14.9, 15.0, 15.1, 100.0, 12345.6, 1e8]
BETA_SHAPES = [(0.5, 0.5), (1, 1), (3.5, 10.5), (2.142857142857143, 3.857142857142857), (0.7, 30), (900, 100)]
BETA_POINTS = [1e-6, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999999]
NORMAL_POINTS = [-37.0, -20.0, -8.0, -5.0, -2.501, -2.499, -1.0, -0.1, 0.0, 1e-5, 0.5, 1.96, 2.499, 2.501, 4.0, 8.0]
NORMAL_SHARES = [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.01, 0.0749, 0.0751, 0.3, 0.5, 0.6, 0.9249, 0.9251, 0.999]
# Bunched, with ties and out of order; 9 values, then 4.
SAMPLES = [[3.0, -1.5, 8.0, 8.0, 0.25, 100.0, 2.0, 8.0, -7.0], [4.0, 1.0, 3.0, 2.0]]


def number(x):
    return "kInfinity" if x == INF else repr(float(x))


def braces(numbers):
    return "{" + ", ".join(number(x) for x in numbers) + "}"


def table(kind, name, rows):
    return [f"inline constexpr {kind} {name}[] = {{"] + [f"    {{{row}}}," for row in rows] + ["};", ""]


def distribution_row(text, distribution):
    quantiles = [float(distribution.ppf(u)) for u in PROBABILITIES]
    densities = [float(distribution.pdf(x)) for x in quantiles]
    mean, variance = moments(distribution)
    return f"{text}, {number(mean)}, {number(variance)}, {braces(quantiles)}, {braces(densities)}"


def lines():
    for counter, key, expected in PHILOX_KNOWN_ANSWERS:
        assert philox(counter, key) == expected
    yield "#pragma once"
    yield ""
    yield f"// SciPy {scipy.__version__}, NumPy {numpy.__version__}; written by make_scipy_reference.py."
    yield "// clang-format off"
    yield ""
    yield '#include "export_potential/distribution.hpp"'
    yield ""
    yield "#include <array>"
    yield "#include <cstdint>"
    yield "#include <limits>"
    yield ""
    yield "namespace export_potential::reference {"
    yield ""
    yield "inline constexpr double kInfinity = std::numeric_limits<double>::infinity();"
    yield ""
    yield "struct At { double x; double value; };"
    yield from table("At", "kLogGamma", [f"{x!r}, {number(special.gammaln(x))}" for x in LOG_GAMMA])
    yield from table("At", "kNormalCdf", [f"{z!r}, {number(special.ndtr(z))}" for z in NORMAL_POINTS])
    yield from table("At", "kNormalQuantile", [f"{u!r}, {number(special.ndtri(u))}" for u in NORMAL_SHARES])
    yield "struct BetaAt { double a; double b; double x; double value; };"
    yield from table(
        "BetaAt",
        "kIncompleteBeta",
        [f"{a!r}, {b!r}, {x!r}, {number(stats.beta.cdf(x, a, b))}" for a, b in BETA_SHAPES for x in BETA_POINTS],
    )
    count = len(PROBABILITIES)
    yield f"inline constexpr std::array<double, {count}> kProbabilities{braces(PROBABILITIES)};"
    yield ""
    yield "/// Quantiles at kProbabilities and the density there."
    yield f"struct Known {{ Distribution distribution; double mean; double variance;"
    yield f"               std::array<double, {count}> quantiles; std::array<double, {count}> densities; }};"
    yield from table("Known", "kDistributions", [distribution_row(*entry) for entry in DISTRIBUTIONS])
    yield "struct Point { std::uint64_t seed; std::uint64_t draw; std::uint32_t dimension; double u; };"
    yield from table("Point", "kPhilox", [f"{s}u, {d}u, {i}u, {point(s, d, i)!r}" for s, d, i in POINTS])
    shares = [0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0]
    yield f"inline constexpr std::array<double, {len(shares)}> kShares{braces(shares)};"
    for i, sample in enumerate(SAMPLES):
        quantiles = numpy.quantile(sample, shares, method="linear")
        yield f"inline constexpr std::array<double, {len(sample)}> kSample{i}{braces(sample)};"
        yield f"inline constexpr std::array<double, {len(shares)}> kSampleQuantiles{i}{braces(quantiles)};"
        yield f"inline constexpr double kSampleDeviation{i} = {number(numpy.std(sample, ddof=1))};"
    yield ""
    yield "} // namespace export_potential::reference"


if __name__ == "__main__":
    target = pathlib.Path(__file__).with_name("scipy_reference.hpp")
    target.write_text("\n".join(lines()) + "\n")
