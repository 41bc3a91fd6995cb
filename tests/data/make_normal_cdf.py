"""Prints the Chebyshev coefficients of core/src/normal_cdf.hpp.

erfc(z) = t exp(-z^2) P(t) with t = 2 / (2 + z), z >= 0. P is smooth on 0 < t <= 1; its Chebyshev
series in y = 2 t - 1 is cut where the rest is below a tenth of a unit in the last place of a double.

Run with Python 3 and mpmath (Debian: python3-mpmath):  python3 tests/data/make_normal_cdf.py
"""

import mpmath as mp

mp.mp.dps = 60
NODES = 120


def smooth(t):
    z = 2 / t - 2
    return mp.erfc(z) * mp.exp(z * z) / t


def coefficients():
    values = [smooth((mp.cos(mp.pi * (k + mp.mpf(1) / 2) / NODES) + 1) / 2) for k in range(NODES)]
    for j in range(NODES):
        total = sum(
            value * mp.cos(mp.pi * j * (k + mp.mpf(1) / 2) / NODES)
            for k, value in enumerate(values)
        )
        yield total * 2 / NODES


def main():
    series = list(coefficients())
    series[0] /= 2
    rest = [sum(abs(c) for c in series[n:]) for n in range(NODES)]
    size = next(n for n in range(NODES) if rest[n] < mp.mpf(2) ** -57)
    print(f"// {size} coefficients, the rest is below {mp.nstr(rest[size], 3)}")
    for c in series[:size]:
        print(f"{mp.nstr(c, 20)},")


if __name__ == "__main__":
    main()
