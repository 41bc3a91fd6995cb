#pragma once

#include "export_potential/error.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

/// Spearman's rank correlation of two sampled dimensions, strictly between -1 and 1.
struct RankCorrelation {
    std::size_t first;
    std::size_t second;
    double spearman;
};

/// The correlation of two jointly normal variables whose rank correlation is `spearman`:
/// 2 sin(pi spearman / 6) (Pearson 1907; Kruskal 1958, J. Am. Stat. Assoc. 53).
double normalCorrelation(double spearman);

/// Its inverse, 6 / pi asin(normal / 2).
double rankCorrelation(double normal);

/// Makes some of the correlated dimensions of a Gaussian copula anew, given the values of the
/// others. Made by GaussianCopula::given.
///
/// On the scale z = Phi^-1(u) the dimensions B that are not given, conditional on those that are,
/// A, are normal with mean R_BA R_AA^-1 z_A and covariance R_BB - R_BA R_AA^-1 R_AB. A parameter is
/// an increasing function of its u, so u may stand for its value.
class ConditionalNormal {
public:
    /// columns[k] holds, draw by draw, the coordinates of dimension dimensions()[k] of the copula;
    /// all are of one length, each value strictly between 0 and 1. Columns of given dimensions are
    /// only read. The others must hold independent uniforms, as a PointSource fills them; they are
    /// replaced by uniforms that depend on one another and on the given ones as the copula says,
    /// kept within [2^-53, 1 - 2^-53]. A column that depends on none before it keeps its bits. Does
    /// not allocate; a draw's values depend on that draw alone. Safe to call from several threads
    /// on different draws.
    void transform(std::span<const std::span<double>> columns) const;

private:
    friend class GaussianCopula;

    /// `correlation` of n columns, row by row, positive definite; given[k] says whether column k
    /// is.
    ConditionalNormal(std::span<const double> correlation, const std::vector<bool> &given);

    double coefficient(std::size_t row, std::size_t column) const {
        return coefficients_[row * order_.size() + column];
    }

    std::vector<std::size_t> order_; ///< columns: those given, then the others, both ascending
    std::size_t given_ = 0;          ///< how many are given
    /// z of each column as a sum over z of those up to it, both in the order of order_; rows of
    /// given columns are 0.
    std::vector<double> coefficients_;
    std::vector<bool> depends_; ///< in order_: not given and the sum has more than its own term
};

/// Dependence between sampled dimensions that leaves the distribution of each as it is: ranks are
/// those of jointly normal variables with given rank correlations.
class GaussianCopula {
public:
    /// From the rank correlations that are not 0; all others are 0. Errors: outOfRange, conflict
    /// (a dimension with itself, a pair named twice), each with the place in the list as its path.
    ///
    /// Where the matrix R of normal correlations has an eigenvalue below 1e-6, no jointly normal
    /// variables have these rank correlations, or all but: R is replaced by the nearest correlation
    /// matrix, in the Frobenius norm, whose eigenvalues are not (Higham 2002, IMA J. Numer. Anal.
    /// 22). Raising the eigenvalues and rescaling once is shorter but changes R more than needed,
    /// and to a matrix that no property singles out.
    static Result<GaussianCopula> make(std::span<const RankCorrelation> correlations);

    /// The correlated dimensions, each once, ascending.
    std::span<const std::size_t> dimensions() const { return dimensions_; }

    /// Normal correlation of the dimensions at two places in dimensions(), after any repair.
    double correlation(std::size_t row, std::size_t column) const {
        return correlation_[row * dimensions_.size() + column];
    }

    /// Whether the matrix had to be replaced; and then the largest change in the rank correlation
    /// of any two of the dimensions, those included that were not named, else 0.
    bool repaired() const { return repaired_; }
    double largestChange() const { return largestChange_; }

    /// Makes independent uniforms dependent, in place: ConditionalNormal::transform with nothing
    /// given. z = Phi^-1(u), z' = L z, u' = Phi(z') with L L^T = R and L lower triangular, so the
    /// first of the dimensions that hang together keeps its bits.
    void transform(std::span<const std::span<double>> columns) const { joint_.transform(columns); }

    /// The distribution of the other correlated dimensions given these. Dimensions that are not
    /// correlated with any may be named; they tell nothing.
    ConditionalNormal given(std::span<const std::size_t> dimensions) const;

private:
    GaussianCopula(std::vector<std::size_t> dimensions, std::vector<double> correlation);

    std::vector<std::size_t> dimensions_;
    std::vector<double> correlation_; ///< row by row
    bool repaired_ = false;
    double largestChange_ = 0;
    ConditionalNormal joint_;
};

} // namespace export_potential
