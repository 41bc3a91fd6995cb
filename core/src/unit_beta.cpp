#include "unit_beta.hpp"

#include "lanes.hpp"
#include "special_functions.hpp"

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

constexpr std::size_t kLanes = hn::MaxLanes(Lanes());
constexpr std::uint32_t kPlaceBits = kPieces - 1;
static_assert(std::has_single_bit(std::uint32_t{kPieces}));

inline constexpr Constants<double, 6> kQuantileTable({
    1.0,
    kReach,         // 1
    kPiecesPerUnit, // 2
    kPieces - 1,    // 3
    0x1p52,         // 4: added to a whole number, puts it into the last bits
    0.0,            // 5
});

/// For each lane the value at its `t` of the polynomial whose coefficients lie at its place;
/// neighbouring coefficients are loaded together.
Vec polynomials(const std::array<const double *, 2> &pieces, Vec t) {
    static_assert(kLanes == 2 && kTerms == 6);
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

void BetaTable::quantilesOfBlock(double *u) const {
    const Lanes d;
    const hn::RebindToUnsigned<Lanes> du;
    const BlockTag all;
    const Loader c(d, kQuantileTable);
    const Block chance = eachVector([&](std::size_t i) { return hn::LoadU(d, u + i * kLanes); });
    const Block l = log(all, eachVector([&](std::size_t i) {
                            return chance.vectors[i] / (c(0) - chance.vectors[i]);
                        }));
    std::array<std::uint64_t, kBlockDraws> positions;
    Block inPiece;
    auto isInside = hn::Lt(c(5), c(0));
    for (std::size_t i = 0; i < kVectors; ++i) {
        const Vec place = (l.vectors[i] + c(1)) * c(2);
        const Vec piece = hn::Floor(smaller(larger(place, c(5)), c(3)));
        hn::StoreU(hn::BitCast(du, piece + c(4)), du, positions.data() + i * kLanes);
        inPiece.vectors[i] = place - piece;
        isInside = hn::And(isInside, hn::Lt(hn::Abs(l.vectors[i]), c(1)));
    }
    const Block odds = exp(all, eachVector([&](std::size_t i) {
                               std::array<const double *, kLanes> pieces;
                               for (std::size_t lane = 0; lane < kLanes; ++lane) {
                                   const std::uint64_t place = positions[i * kLanes + lane];
                                   pieces[lane] = pieces_.data() + (place & kPlaceBits) * kTerms;
                               }
                               return polynomials(pieces, inPiece.vectors[i]);
                           }));
    for (std::size_t i = 0; i < kVectors; ++i) {
        hn::StoreU(odds.vectors[i] / (c(0) + odds.vectors[i]), d, u + i * kLanes);
    }
    if (hn::AllTrue(d, isInside)) {
        return;
    }
    std::array<double, kBlockDraws> chances;
    std::array<double, kBlockDraws> logits;
    for (std::size_t i = 0; i < kVectors; ++i) {
        hn::StoreU(chance.vectors[i], d, chances.data() + i * kLanes);
        hn::StoreU(l.vectors[i], d, logits.data() + i * kLanes);
    }
    for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
        if (!(std::fabs(logits[draw]) < kReach)) {
            u[draw] = beta_.quantile(chances[draw]);
        }
    }
}

void BetaTable::quantiles(std::span<double> u) const {
    std::size_t at = 0;
    for (; at + kBlockDraws <= u.size(); at += kBlockDraws) {
        quantilesOfBlock(u.data() + at);
    }
    if (at < u.size()) {
        // The spare places hold a number that is as good as any.
        std::array<double, kBlockDraws> block;
        block.fill(0.5);
        const std::span<double> rest = u.subspan(at);
        std::ranges::copy(rest, block.begin());
        quantilesOfBlock(block.data());
        std::copy_n(block.begin(), rest.size(), rest.begin());
    }
}

} // namespace export_potential
