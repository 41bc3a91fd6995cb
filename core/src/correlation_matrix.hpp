#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace export_potential {

/// A square matrix, row by row.
struct Matrix {
    explicit Matrix(std::size_t n) : size(n), values(n * n) {}
    Matrix(std::size_t n, std::vector<double> rows) : size(n), values(std::move(rows)) {}

    double &operator()(std::size_t row, std::size_t column) { return values[row * size + column]; }
    double operator()(std::size_t row, std::size_t column) const {
        return values[row * size + column];
    }

    std::size_t size;
    std::vector<double> values;
};

/// The lower triangular L with L L^T = matrix, by the function of the same name in cholesky.hpp;
/// none unless the symmetric matrix is positive definite.
std::optional<Matrix> choleskyFactor(const Matrix &matrix);

/// Eigenvalues, in no order, and eigenvectors, in columns, of a symmetric matrix.
struct Eigen {
    std::vector<double> values;
    Matrix vectors;
};

/// By cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5): exact to rounding,
/// and entries that are 0 because two groups of variables have nothing to do with each other stay
/// 0.
Eigen eigen(Matrix symmetric);

/// The correlation matrix nearest to a symmetric one in the Frobenius norm among those without an
/// eigenvalue below `floor`, 0 < floor < 1: alternating projections with Dykstra's correction
/// (Higham 2002, IMA Journal of Numerical Analysis 22).
Matrix nearestCorrelation(const Matrix &symmetric, double floor);

} // namespace export_potential
