#pragma once

#include "model.hpp"
#include "vector_math.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace export_potential {

/// A table of lanes, allocated once. The last axis is contiguous: inner loops run along `row`.
template <std::size_t rank>
class LaneTable {
public:
    template <class... Sizes>
    explicit LaneTable(Sizes... sizes) : sizes_{sizes...} {
        static_assert(sizeof...(Sizes) == rank);
        std::size_t total = 1;
        for (const std::size_t size : sizes_) {
            total *= size;
        }
        lanes_.assign(total, hn::Zero(Lanes()));
    }

    template <class... Indices>
    Vec &operator()(Indices... indices) {
        return lanes_[offset({indices...})];
    }
    template <class... Indices>
    const Vec &operator()(Indices... indices) const {
        return lanes_[offset({indices...})];
    }

    /// The lanes along the last axis. Inner loops hold a row: an index costs a product an axis.
    template <class... Indices>
    const Vec *row(Indices... indices) const {
        return &lanes_[offset({indices..., std::size_t{0}})];
    }
    template <class... Indices>
    Vec *row(Indices... indices) {
        return &lanes_[offset({indices..., std::size_t{0}})];
    }

private:
    std::size_t offset(const std::array<std::size_t, rank> &index) const {
        std::size_t at = 0;
        for (std::size_t axis = 0; axis < rank; ++axis) {
            at = at * sizes_[axis] + index[axis];
        }
        return at;
    }

    std::array<std::size_t, rank> sizes_;
    std::vector<Vec> lanes_;
};

/// Evaluates the model for as many draws at once as a vector has lanes. Owns the memory between the
/// steps, so that evaluating allocates nothing; one kernel serves one thread.
///
/// Both paths take the same steps on the same numbers. Where programme and measures are absent the
/// with-path therefore equals the without-path bit for bit, and every difference is exactly 0.
class Kernel {
public:
    explicit Kernel(const Model &model);

    static std::size_t lanes() { return hn::Lanes(Lanes()); }

    /// Reads input i of lane l at inputs[i * inputStride + l] and writes column c of lane l to
    /// results[c * resultStride + l]. Columns of years before k = `from` are left as they are.
    void evaluate(const double *inputs, std::size_t inputStride, double *results,
                  std::size_t resultStride, std::size_t from);

private:
    // kernel_sellers.cpp: equations (0) to (2) and the parts of (3) that count sellers.
    void computeLifecycle();
    void computeOwnSellers();
    void computeProgramme();
    void computeActivation();
    void computeActive();
    void computeSelection();
    Vec plannedRegistrations(std::size_t k) const;
    Vec pool(std::size_t k) const;

    // kernel_markets.cpp: the market index of equation (3).
    void computeInterruptions();
    void computeFeeSupport();
    void computeMarkets();
    Vec marketTerm(std::size_t channel, std::size_t market, const YearConditions *conditions) const;

    // kernel_sales.cpp: equations (3) to (8), one reported year at a time.
    void computeHaircuts();
    void computeWeights();
    void computeOwnWeights();
    void computeProgrammeWeights();
    void computeSales(std::size_t k);
    Vec volume(const Vec *weights, const Vec *salesAtAge, std::size_t first, std::size_t end,
               std::size_t k) const;
    Vec pastVolume(std::size_t segment, std::size_t k) const;
    void storeYear(std::size_t k);
    void storeMarkets(std::size_t k);
    void storeConsequences(std::size_t k, Vec exportsAdditional);
    void storeSellerCounts(std::size_t k);

    // kernel_domestic.cpp: what sellers sell and their luck, (10); domestic measures.
    void storeSellerSales(std::size_t k);
    void storeDomestic(std::size_t k);

    void storeOnce();

    Vec in(Symbol symbol, IndexKind kind = IndexKind::none, std::size_t element = 0) const;
    Vec inputAt(std::size_t dimension) const;
    void store(std::size_t column, Vec value) const;
    void store(Output output, std::size_t t, Vec value) const {
        store(model_.columns.of(output, t), value);
    }

    const Model &model_;
    const Lanes d_;
    const double *inputs_ = nullptr;
    std::size_t inputStride_ = 0;
    double *results_ = nullptr;
    std::size_t resultStride_ = 0;
    std::size_t from_ = 0; ///< the first year that is asked for

    LaneTable<2> activeAtAge_;   ///< S(a) (1 - x)^a, [channel][age]
    LaneTable<2> salesAtAge_;    ///< that times g(a), [channel][age]
    LaneTable<2> organic_;       ///< organic registrations of a channel, [channel][k]
    LaneTable<2> ownActive_;     ///< active per unit of act, existing and organic, [channel][k]
    LaneTable<2> ownBySector_;   ///< active sellers of a sector without the programme, [sector][k]
    LaneTable<1> programme_;     ///< registrations of the programme, [k]
    LaneTable<1> poolLimited_;   ///< 1 where the pool cut the plan, [k]
    LaneTable<2> entrants_;      ///< programme registrants on a path, [path][k]
    LaneTable<2> activation_;    ///< 1 + activation lift of a cohort, [active group][k]
    LaneTable<1> trainingSales_; ///< share x takeup x delta of a cohort, [k]
    LaneTable<1> fading_;        ///< 2^(-a / h), [age]
    LaneTable<3> programmeActive_; ///< active per unit of act and mix, [path][active group][k]
    LaneTable<3> active_;          ///< N, [path][sector][k]
    LaneTable<3> selection_;       ///< (R_c / R_0)^-psi, [path][sector][k]
    LaneTable<1> pastSelection_;   ///< the same for past cohorts, by distinct ratio
    LaneTable<4> marketTerms_;     ///< G price time access, [path][market][channel][k]
    LaneTable<3> index_;           ///< D, [path][market group][k]
    LaneTable<2> open_;            ///< 1 less what interruptions take, [market][k]
    LaneTable<2> feeResponse_;     ///< sales with fee support over those without, [channel][k]
    LaneTable<1> notDisplaced_;    ///< 1 - disp, [channel]
    LaneTable<1> fob_;             ///< 1 - w, [channel]
    // Sellers of a cohort in units of the sales that salesAtAge_ gives for one.
    LaneTable<2> pastWeights_;      ///< registered up to the base year, [segment][cohort]
    LaneTable<3> ownWeights_;       ///< registered without the programme, [path][segment][k]
    LaneTable<3> programmeWeights_; ///< registered by it, [path][segment][k]
    LaneTable<2> trainedWeights_;   ///< what training adds to them at first, [segment][k]
    LaneTable<2> trainedAtAge_;     ///< salesAtAge_ times fading_, [channel][age]
    LaneTable<1> perSeller_;        ///< act x m, [segment]
    LaneTable<2> base_;             ///< sales of a segment before D in year k, [path][segment]
    LaneTable<2> programmeBase_;    ///< the part of it by the programme's registrants
    LaneTable<2> groupBase_;        ///< base_ summed over a market group, [path][market group]
    LaneTable<1> channelGross_;     ///< grossAdditional of year k, [channel]
    LaneTable<1> channelSales_;     ///< gross sales of year k with the programme, [channel]
    LaneTable<1> headline_;         ///< exportsAdditional, [k]
    LaneTable<1> allActive_;        ///< active sellers of all sectors in year k, [path]
    LaneTable<1> grossWith_;        ///< gross sales with the programme, [k]
};

} // namespace export_potential
