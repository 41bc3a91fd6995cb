#include "correlation_matrix.hpp"

#include "cholesky.hpp"

#include <algorithm>
#include <cmath>

namespace export_potential {

namespace {

/// One Jacobi rotation, the one that makes a(p, q) zero; `vectors` gathers the rotations.
void rotate(Matrix &a, Matrix &vectors, std::size_t p, std::size_t q) {
    const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
    const double root = std::fabs(theta) + std::sqrt(theta * theta + 1);
    const double tangent = (theta < 0 ? -1 : 1) / root;
    const double cosine = 1 / std::sqrt(tangent * tangent + 1);
    const double sine = tangent * cosine;
    const auto turn = [cosine, sine](double &x, double &y) {
        const double oldX = x;
        x = cosine * oldX - sine * y;
        y = sine * oldX + cosine * y;
    };
    for (std::size_t i = 0; i < a.size; ++i) {
        turn(a(i, p), a(i, q));
    }
    for (std::size_t i = 0; i < a.size; ++i) {
        turn(a(p, i), a(q, i));
        turn(vectors(i, p), vectors(i, q));
    }
    a(p, q) = 0;
    a(q, p) = 0;
}

/// The nearest symmetric matrix without an eigenvalue below `floor`.
Matrix withEigenvaluesFrom(double floor, const Matrix &symmetric) {
    const auto [values, vectors] = eigen(symmetric);
    const std::size_t n = symmetric.size;
    Matrix raised(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < n; ++k) {
                sum += vectors(i, k) * std::max(values[k], floor) * vectors(j, k);
            }
            raised(i, j) = raised(j, i) = sum;
        }
    }
    return raised;
}

} // namespace

std::optional<Matrix> choleskyFactor(const Matrix &matrix) {
    Matrix factor = matrix;
    if (!choleskyFactor(factor.values, factor.size)) {
        return std::nullopt;
    }
    for (std::size_t row = 0; row < factor.size; ++row) {
        for (std::size_t column = row + 1; column < factor.size; ++column) {
            factor(row, column) = 0;
        }
    }
    return factor;
}

Eigen eigen(Matrix symmetric) {
    constexpr int kMaxSweeps = 64;
    const std::size_t n = symmetric.size;
    Matrix vectors(n);
    for (std::size_t i = 0; i < n; ++i) {
        vectors(i, i) = 1;
    }
    bool diagonal = false;
    for (int sweep = 0; sweep < kMaxSweeps && !diagonal; ++sweep) {
        diagonal = true;
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                // So small that the rotation would not change the diagonal.
                const double size = std::fabs(symmetric(p, p)) + std::fabs(symmetric(q, q));
                if (size + std::fabs(symmetric(p, q)) * 0x1p-3 == size) {
                    continue;
                }
                diagonal = false;
                rotate(symmetric, vectors, p, q);
            }
        }
    }
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) {
        values[i] = symmetric(i, i);
    }
    return {std::move(values), std::move(vectors)};
}

Matrix nearestCorrelation(const Matrix &symmetric, double floor) {
    constexpr int kMaxSteps = 1000;
    constexpr double kTolerance = 1e-13;
    const std::size_t n = symmetric.size;
    Matrix nearest = symmetric;
    Matrix correction(n);
    for (int step = 0; step < kMaxSteps; ++step) {
        Matrix corrected = nearest;
        for (std::size_t i = 0; i < corrected.values.size(); ++i) {
            corrected.values[i] -= correction.values[i];
        }
        Matrix raised = withEigenvaluesFrom(floor, corrected);
        for (std::size_t i = 0; i < correction.values.size(); ++i) {
            correction.values[i] = raised.values[i] - corrected.values[i];
        }
        for (std::size_t i = 0; i < n; ++i) {
            raised(i, i) = 1;
        }
        double moved = 0;
        for (std::size_t i = 0; i < nearest.values.size(); ++i) {
            moved = std::max(moved, std::fabs(raised.values[i] - nearest.values[i]));
        }
        nearest = std::move(raised);
        if (moved <= kTolerance) {
            break;
        }
    }
    // The last projection was the one to a unit diagonal: what it took from the eigenvalues is
    // given back, so that the result is positive definite however far the steps came.
    const Matrix raised = withEigenvaluesFrom(floor, nearest);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            nearest(i, j) = i == j ? 1 : raised(i, j) / std::sqrt(raised(i, i) * raised(j, j));
        }
    }
    return nearest;
}

} // namespace export_potential
