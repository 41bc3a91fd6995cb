"""Writes sampling_reference.hpp: points and dependence from SciPy and NumPy.

Run with: /usr/bin/python3 tests/data/make_sampling_reference.py
Unscrambled points are SciPy's. The scrambling is written out here from the recipe in sampling.hpp, on text of
binary digits, with SciPy's direction numbers. Nearest correlation matrices come from the dual problem
(Malick 2004, SIAM Journal on Matrix Analysis 26(1)) solved by SciPy, not from alternating projections.
"""

import pathlib

import numpy
import scipy
from scipy import optimize
from scipy.stats import qmc

from make_scipy_reference import braces, philox, table

DIMENSIONS = 161
WORD = 2**64
FLOOR = 1e-6  # smallest eigenvalue of a repaired matrix

CHECKED_DIMENSIONS = [0, 1, 2, 3, 4, 7, 12, 19, 36, 52, 99, 100, 101, 159, 160]
LATER = 1_000_003
SCRAMBLED = [  # seed, draw, dimension
    (0, 0, 0),
    (0, 1, 0),
    (1, 0, 1),
    (1, 1, 0),
    (1, 63, 5),
    (20261124, 8191, 59),
    (20261124, 1048575, 160),
    (2**32, 7, 3),
    (2**53 - 1, 2**32 + 7, 100),
    (2**64 - 1, 2**63 + 12345, 160),
]
# Rank correlations by pair, and how many dimensions there are.
CONSISTENT = (4, {(0, 1): 0.5, (0, 2): -0.3, (1, 2): 0.2, (1, 3): 0.4, (2, 3): -0.25})
CONTRADICTORY = (4, {(0, 1): 0.9, (0, 2): 0.7, (1, 2): -0.4, (1, 3): 0.8, (2, 3): 0.95, (0, 3): -0.2})
GIVEN, OTHERS = [1, 3], [0, 2]


def digits(x):
    return f"{x:064b}"


def scrambled(directions, seed, draw, dimension):
    gray = draw ^ draw >> 1
    x = 0
    for k in range(64):
        if gray >> k & 1:
            x ^= int(directions[dimension][k])
    x = int(digits(x)[::-1], 2)
    for r in range(3):
        words = philox([r, 0, dimension, 1], [seed % 2**32, seed >> 32])
        x = (x + words[0] + 2**32 * words[1]) * ((words[2] + 2**32 * words[3]) | 1) % WORD
        x ^= x * 0x3C6EF372FE94F82A % WORD
    return (int(digits(x)[::-1][:52], 2) + 0.5) / 2**52


def normal_matrix(size, pairs):
    matrix = numpy.eye(size)
    for (i, j), spearman in pairs.items():
        matrix[i, j] = matrix[j, i] = 2 * numpy.sin(numpy.pi * spearman / 6)
    return matrix


def nearest(matrix, floor):
    """floor I + Z with Z the nearest positive semidefinite matrix whose diagonal is 1 - floor."""
    size = len(matrix)
    shifted = matrix - floor * numpy.eye(size)

    def positive_part(multipliers):
        values, vectors = numpy.linalg.eigh(shifted + numpy.diag(multipliers))
        return vectors * numpy.maximum(values, 0) @ vectors.T

    def dual(multipliers):
        part = positive_part(multipliers)
        return (part**2).sum() / 2 - (1 - floor) * multipliers.sum(), numpy.diag(part) - (1 - floor)

    rough = optimize.minimize(dual, numpy.zeros(size), jac=True, method="BFGS", options={"gtol": 1e-9})
    exact = optimize.root(lambda multipliers: dual(multipliers)[1], rough.x, options={"xtol": 1e-15})
    result = positive_part(exact.x) + floor * numpy.eye(size)
    assert abs(numpy.diag(result) - 1).max() < 1e-13
    return result


def array(name, values):
    values = numpy.asarray(values).ravel()
    return f"inline constexpr std::array<double, {len(values)}> {name}{braces(values)};"


def pair_table(name, pairs):
    return table("RankCorrelation", name, [f"{i}, {j}, {spearman}" for (i, j), spearman in pairs.items()])


def lines():
    sampler = qmc.Sobol(d=DIMENSIONS, scramble=False)
    first = sampler.random(16)
    later = sampler.fast_forward(LATER - 16).random(1)[0]
    yield "#pragma once"
    yield ""
    yield f"// SciPy {scipy.__version__}, NumPy {numpy.__version__}; written by make_sampling_reference.py."
    yield "// clang-format off"
    yield ""
    yield '#include "export_potential/copula.hpp"'
    yield ""
    yield "#include <array>"
    yield "#include <cstddef>"
    yield "#include <cstdint>"
    yield ""
    yield "namespace export_potential::reference {"
    yield ""
    yield "/// Draws 0 to 15 and one later draw, unscrambled."
    yield "struct SobolDimension { std::size_t dimension; std::array<double, 16> first; double later; };"
    yield f"inline constexpr std::uint64_t kLater = {LATER};"
    rows = [f"{d}, {braces(first[:, d])}, {float(later[d])!r}" for d in CHECKED_DIMENSIONS]
    yield from table("SobolDimension", "kSobol", rows)
    directions = qmc.Sobol(d=DIMENSIONS, scramble=False, bits=64)._sv
    yield "struct ScrambledPoint { std::uint64_t seed; std::uint64_t draw; std::size_t dimension; double u; };"
    rows = [f"{s}u, {d}u, {i}u, {scrambled(directions, s, d, i)!r}" for s, d, i in SCRAMBLED]
    yield from table("ScrambledPoint", "kScrambled", rows)

    matrix = normal_matrix(*CONSISTENT)
    assert numpy.linalg.eigvalsh(matrix).min() > 0.1
    yield "/// A positive definite matrix of normal correlations, row by row, and what NumPy makes of it."
    yield from pair_table("kConsistent", CONSISTENT[1])
    yield array("kNormal", matrix)
    yield array("kCholesky", numpy.linalg.cholesky(matrix))
    yield array("kEigenvalues", numpy.linalg.eigvalsh(matrix))
    yield "/// Conditional on z of the dimensions 1 and 3: mean of those of 0 and 2 by row, covariance."
    solve = numpy.linalg.solve(matrix[numpy.ix_(GIVEN, GIVEN)], matrix[numpy.ix_(GIVEN, OTHERS)]).T
    yield array("kConditionalMean", solve)
    rest = matrix[numpy.ix_(OTHERS, OTHERS)] - solve @ matrix[numpy.ix_(GIVEN, OTHERS)]
    yield array("kConditionalCovariance", rest)
    yield ""
    matrix = normal_matrix(*CONTRADICTORY)
    assert numpy.linalg.eigvalsh(matrix).min() < -0.1
    yield "/// One that is not, and the nearest that has no eigenvalue below 1e-6."
    yield from pair_table("kContradictory", CONTRADICTORY[1])
    yield array("kRepaired", nearest(matrix, FLOOR))
    change = 6 / numpy.pi * (numpy.arcsin(nearest(matrix, FLOOR) / 2) - numpy.arcsin(matrix / 2))
    yield f"inline constexpr double kLargestChange = {float(abs(change).max())!r};"
    yield ""
    yield "} // namespace export_potential::reference"


target = pathlib.Path(__file__).with_name("sampling_reference.hpp")
target.write_text("\n".join(lines()) + "\n")
