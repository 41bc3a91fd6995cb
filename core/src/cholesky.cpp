#include "cholesky.hpp"

#include <cassert>
#include <cmath>

namespace export_potential {

bool choleskyFactor(std::span<double> matrix, std::size_t size) {
    assert(matrix.size() == size * size);
    constexpr double kSmallestPivot = 1e-12;
    for (std::size_t row = 0; row < size; ++row) {
        double *const target = &matrix[row * size];
        for (std::size_t column = 0; column < row; ++column) {
            const double *const other = &matrix[column * size];
            double rest = target[column];
            for (std::size_t k = 0; k < column; ++k) {
                rest -= target[k] * other[k];
            }
            target[column] = rest / other[column];
        }
        double pivot = target[row];
        for (std::size_t k = 0; k < row; ++k) {
            pivot -= target[k] * target[k];
        }
        if (!(pivot > kSmallestPivot * target[row])) {
            return false;
        }
        target[row] = std::sqrt(pivot);
    }
    return true;
}

void solveLower(std::span<const double> factor, std::span<double> b) {
    const std::size_t size = b.size();
    for (std::size_t row = 0; row < size; ++row) {
        double rest = b[row];
        for (std::size_t k = 0; k < row; ++k) {
            rest -= factor[row * size + k] * b[k];
        }
        b[row] = rest / factor[row * size + row];
    }
}

void choleskySolve(std::span<const double> factor, std::span<double> b) {
    solveLower(factor, b);
    const std::size_t size = b.size();
    for (std::size_t row = size; row-- > 0;) {
        double rest = b[row];
        for (std::size_t k = row + 1; k < size; ++k) {
            rest -= factor[k * size + row] * b[k];
        }
        b[row] = rest / factor[row * size + row];
    }
}

} // namespace export_potential
