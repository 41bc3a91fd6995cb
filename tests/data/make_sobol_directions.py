"""Writes core/src/sobol_directions.hpp, the direction numbers of the Sobol' sequence.

Run with: /usr/bin/python3 tests/data/make_sobol_directions.py
The numbers are "new-joe-kuo-6" (Joe and Kuo 2008, SIAM Journal on Scientific Computing 30(5)) as SciPy
ships them for scipy.stats.qmc.Sobol, in scipy/stats/_sobol_direction_numbers.npz: for each dimension its
primitive polynomial, leading and last coefficient included, and the odd integers m_1, m_2, ...
"""

import importlib.resources
import pathlib

import numpy

LARGEST_DEGREE = 10  # the most for which a dimension fits 64 bits
WORDS_PER_LINE = 4

LICENCE = """
Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
All rights reserved.

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

    * Redistributions of source code must retain the above copyright
      notice, this list of conditions and the following disclaimer.

    * Redistributions in binary form must reproduce the above copyright
      notice, this list of conditions and the following disclaimer in the
      documentation and/or other materials provided with the distribution.

    * Neither the names of the copyright holders nor the names of the
      University of New South Wales and the University of Waikato
      and its contributors may be used to endorse or promote products derived
      from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY
EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY
DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND
ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
(INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""

HEAD = """#pragma once

// Written by tests/data/make_sobol_directions.py from the numbers "new-joe-kuo-6" of Joe and Kuo
// 2008 (SIAM Journal on Scientific Computing 30(5)), which SciPy ships. Their licence:
//
{licence}
// clang-format off

#include <array>
#include <cstdint>

namespace export_potential {

/// The direction numbers of the dimensions 1, 2, ... of the Sobol' sequence: all whose primitive
/// polynomial has a degree s of at most 10. Dimension 0 is the van der Corput sequence and needs
/// none.
///
/// A word holds the odd integers m_1, ..., m_s of its dimension in s (s - 1) / 2 bits and above them
/// the s + 1 coefficients of the polynomial, so that it is 1 + s (s + 1) / 2 bits long. m_k has k
/// binary digits, here with the first as the lowest bit; the last is always 1 and left out, the
/// others start at bit (k - 1) (k - 2) / 2."""

TAIL = """
} // namespace export_potential
"""


def packed(polynomial, integers):
    degree = polynomial.bit_length() - 1
    word = 0
    for k, m in enumerate(integers[:degree], start=1):
        assert m % 2 == 1 and m < 2**k
        digits = int(f"{m:0{k}b}"[::-1], 2)
        word |= (digits - 2 ** (k - 1)) << (k - 1) * (k - 2) // 2
    word |= polynomial << degree * (degree - 1) // 2
    assert word.bit_length() == 1 + degree * (degree + 1) // 2 <= 64
    return word


with importlib.resources.files("scipy.stats").joinpath("_sobol_direction_numbers.npz").open("rb") as file:
    numbers = numpy.load(file)
    polynomials = [int(polynomial) for polynomial in numbers["poly"]]
    integers = [[int(m) for m in row] for row in numbers["vinit"]]

count = sum(polynomial.bit_length() - 1 <= LARGEST_DEGREE for polynomial in polynomials)
assert all(polynomial.bit_length() - 1 <= LARGEST_DEGREE for polynomial in polynomials[:count])
words = [packed(polynomial, row) for polynomial, row in zip(polynomials[1:count], integers[1:count])]

licence = "\n".join(f"// {line}".rstrip() for line in LICENCE.strip().splitlines())
lines = [HEAD.replace("{licence}", licence)]
lines.append(f"inline constexpr std::array<std::uint64_t, {len(words)}> kSobolDirections{{")
for start in range(0, len(words), WORDS_PER_LINE):
    lines.append("    " + " ".join(f"{word:#x}," for word in words[start : start + WORDS_PER_LINE]))
lines.append("};")

target = pathlib.Path(__file__).parents[2] / "core" / "src" / "sobol_directions.hpp"
target.write_text("\n".join(lines) + "\n" + TAIL)
