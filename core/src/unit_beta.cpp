#include "unit_beta.hpp"

#include "special_functions.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace export_potential {

namespace {

constexpr double kReach = 16;
constexpr int kPiecesPerUnit = 8;
constexpr int kPieces = 2 * static_cast<int>(kReach) * kPiecesPerUnit;
constexpr std::size_t kTerms = 6;

/// y = logit x at l = logit u, with its first two derivatives.
struct Node {
    double y;
    double slope;
    double curvature;
};

/// The lower tail of Beta(a, b): u = 1 / (1 + exp(-l)) for l <= 0. `start` is a guess of x.
Node lowerNode(double a, double b, double logB, double l, double start) {
    const double odds = scalar::exp(l);
    const double u = odds / (1 + odds);
    const double x = inverseIncompleteBeta(a, b, logB, u, start);
    const double logX = scalar::log(x);
    const double logRest = scalar::log1p(-x);
    // dy/dl = u (1 - u) / (x (1 - x) f(x)), and x (1 - x) f(x) = x^a (1 - x)^b / B(a, b).
    const double slope = u / (1 + odds) * scalar::exp(logB - a * logX - b * logRest);
    const double curvature = slope * ((1 - 2 * u) - (a * (1 - x) - b * x) * slope);
    return {logX - logRest, slope, curvature};
}

/// x from y, and the other way about for the mirrored distribution.
double expit(double y) {
    const double odds = scalar::exp(y);
    return odds / (1 + odds);
}

/// Nodes of Beta(a, b) at l = 0, -1/8, ... -kReach, each found from its neighbour.
std::vector<Node> lowerNodes(double a, double b) {
    constexpr double kStep = 1.0 / kPiecesPerUnit;
    const double logB = logBeta(a, b);
    std::vector<Node> nodes;
    nodes.reserve(kPieces / 2 + 1);
    double start = a / (a + b);
    for (int i = 0; i <= kPieces / 2; ++i) {
        const Node node = lowerNode(a, b, logB, -i * kStep, start);
        nodes.push_back(node);
        start = expit(node.y - kStep * node.slope + 0.5 * kStep * kStep * node.curvature);
    }
    return nodes;
}

/// Coefficients of the quintic with these values, slopes and curvatures at 0 and `width`, in powers
/// of t = distance / width.
std::array<double, kTerms> hermite(const Node &left, const Node &right, double width) {
    const double slope0 = left.slope * width;
    const double slope1 = right.slope * width;
    const double half0 = 0.5 * left.curvature * width * width;
    const double half1 = 0.5 * right.curvature * width * width;
    const double rise = right.y - left.y;
    return {left.y,
            slope0,
            half0,
            10 * rise - 6 * slope0 - 4 * slope1 - 3 * half0 + half1,
            -15 * rise + 8 * slope0 + 7 * slope1 + 3 * half0 - 2 * half1,
            6 * rise - 3 * slope0 - 3 * slope1 - half0 + half1};
}

} // namespace

UnitBeta::UnitBeta(const Pert &d)
    : alpha_(1 + (d.max > d.min ? 4 * (d.mode - d.min) / (d.max - d.min) : 0)),
      beta_(1 + (d.max > d.min ? 4 * (d.max - d.mode) / (d.max - d.min) : 0)) {}

double UnitBeta::variance() const {
    const double sum = alpha_ + beta_;
    return alpha_ * beta_ / (sum * sum * (sum + 1));
}

double UnitBeta::quantile(double u) const {
    const double logB = logBeta(alpha_, beta_);
    if (u > 0.5) {
        return 1 - inverseIncompleteBeta(beta_, alpha_, logB, 1 - u, beta_ / (alpha_ + beta_));
    }
    return inverseIncompleteBeta(alpha_, beta_, logB, u, alpha_ / (alpha_ + beta_));
}

BetaTable::BetaTable(const UnitBeta &beta) : beta_(beta) {
    constexpr double kWidth = 1.0 / kPiecesPerUnit;
    constexpr int kHalf = kPieces / 2;
    const std::vector<Node> lower = lowerNodes(beta.alpha(), beta.beta());
    // The upper half is the lower half of the mirrored distribution: y(l) = -y'(-l).
    const std::vector<Node> mirrored = lowerNodes(beta.beta(), beta.alpha());
    const auto node = [&](int i) -> Node {
        if (i <= kHalf) {
            return lower[static_cast<std::size_t>(kHalf - i)];
        }
        const Node &m = mirrored[static_cast<std::size_t>(i - kHalf)];
        return {-m.y, m.slope, -m.curvature};
    };
    pieces_.reserve(kPieces * kTerms);
    for (int i = 0; i < kPieces; ++i) {
        for (const double coefficient : hermite(node(i), node(i + 1), kWidth)) {
            pieces_.push_back(coefficient);
        }
    }
}

namespace {

/// For each lane the value at its `t` of the polynomial whose coefficients lie at its place;
/// neighbouring coefficients are loaded together.
Vec polynomials(const std::array<const double *, 2> &pieces, Vec t) {
    static_assert(hn::MaxLanes(Lanes()) == 2 && kTerms == 6);
    const Lanes d;
    const auto even = [&](std::size_t i) {
        return hn::InterleaveLower(d, hn::LoadU(d, pieces[0] + i), hn::LoadU(d, pieces[1] + i));
    };
    const auto odd = [&](std::size_t i) {
        return hn::InterleaveUpper(d, hn::LoadU(d, pieces[0] + i), hn::LoadU(d, pieces[1] + i));
    };
    Vec y = odd(4);
    y = even(4) + t * y;
    y = odd(2) + t * y;
    y = even(2) + t * y;
    y = odd(0) + t * y;
    return even(0) + t * y;
}

} // namespace

void BetaTable::quantiles(std::span<double> u) const {
    const Lanes d;
    const hn::RebindToUnsigned<Lanes> du;
    constexpr std::uint32_t kPlaceBits = kPieces - 1;
    static_assert(std::has_single_bit(std::uint32_t{kPieces}));
    constexpr std::size_t lanes = hn::MaxLanes(Lanes());
    const Vec one = hn::Set(d, 1.0);
    const Vec reach = hn::Set(d, kReach);
    const Vec last = hn::Set(d, static_cast<double>(kPieces - 1));
    const Vec whole = hn::Set(d, 0x1p52); // added to a whole number, puts it into the last bits
    for (std::size_t at = 0; at < u.size(); at += lanes) {
        const std::size_t count = std::min(lanes, u.size() - at);
        double *values = u.data() + at;
        const Vec chance = count == lanes
                               ? hn::LoadU(d, values)
                               : hn::IfThenElse(hn::FirstN(d, count), hn::LoadN(d, values, count),
                                                hn::Set(d, 0.5));
        const Vec l = log(d, chance / (one - chance));
        const Vec place = (l + reach) * hn::Set(d, kPiecesPerUnit);
        const Vec piece = hn::Floor(smaller(larger(place, hn::Zero(d)), last));
        std::array<std::uint64_t, lanes> positions;
        hn::StoreU(hn::BitCast(du, piece + whole), du, positions.data());
        std::array<const double *, lanes> pieces;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            pieces[lane] = pieces_.data() + (positions[lane] & kPlaceBits) * kTerms;
        }
        const Vec odds = exp(d, polynomials(pieces, place - piece));
        const Vec quantile = odds / (one + odds);
        if (count == lanes && hn::AllTrue(d, hn::Lt(hn::Abs(l), reach))) {
            hn::StoreU(quantile, d, values);
            continue;
        }
        std::array<double, lanes> inside;
        std::array<double, lanes> logit;
        hn::StoreU(quantile, d, inside.data());
        hn::StoreU(l, d, logit.data());
        for (std::size_t lane = 0; lane < count; ++lane) {
            values[lane] =
                std::fabs(logit[lane]) < kReach ? inside[lane] : beta_.quantile(values[lane]);
        }
    }
}

} // namespace export_potential
