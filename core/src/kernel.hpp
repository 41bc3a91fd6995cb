#pragma once

#include "lanes.hpp"
#include "model.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

inline constexpr std::size_t kColumnKinds = static_cast<std::size_t>(ColumnKind::domestic) + 1;

/// A table of blocks, allocated once. The last axis is contiguous: inner loops run along `row`.
template <std::size_t rank>
class BlockTable {
public:
    template <class... Sizes>
    explicit BlockTable(Sizes... sizes) : sizes_{sizes...} {
        static_assert(sizeof...(Sizes) == rank);
        std::size_t total = 1;
        for (const std::size_t size : sizes_) {
            total *= size;
        }
        blocks_.assign(total, broadcast(BlockTag(), 0));
    }

    template <class... Indices>
    Block &operator()(Indices... indices) {
        return blocks_[offset({indices...})];
    }
    template <class... Indices>
    const Block &operator()(Indices... indices) const {
        return blocks_[offset({indices...})];
    }

    /// The blocks along the last axis. Inner loops hold a row: an index costs a product an axis.
    template <class... Indices>
    const Block *row(Indices... indices) const {
        return &blocks_[offset({indices..., std::size_t{0}})];
    }
    template <class... Indices>
    Block *row(Indices... indices) {
        return &blocks_[offset({indices..., std::size_t{0}})];
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
    std::vector<Block> blocks_;
};

/// What a caller wants to know of draws: columns that belong together are computed together.
struct Wanted {
    /// What these columns need.
    Wanted(const Model &model, std::span<const std::size_t> wanted);

    std::size_t from;            ///< the first year k that is asked for
    std::size_t last;            ///< the last one
    bool totals = false;         ///< outputs beside exportsAdditional, or what is made of them
    bool sectors = false;        ///< sectorGross, sectorExports
    bool markets = false;        ///< marketGross, marketExports
    bool programmeSales = false; ///< programmeSales
    bool funnel = false;         ///< funnel
    bool sellers = false;        ///< sellers
    bool sellerSales = false;    ///< sellerSales, luck
    bool domestic = false;       ///< domestic
};

/// Evaluates the model for a block of draws at a time. Owns the memory between the steps, so that
/// evaluating allocates nothing; one kernel serves one thread.
///
/// Both paths take the same steps on the same numbers. Where programme and measures are absent the
/// with-path therefore equals the without-path bit for bit, and every difference is exactly 0.
class Kernel {
public:
    Kernel(const Model &model, const Wanted &wanted);

    /// Reads input i of draw l at inputs[i * inputStride + l] and writes column c of draw l to
    /// results[c * resultStride + l]. Columns that nobody wants may be left as they are; those that
    /// are wanted have the same bits whatever else is.
    void evaluate(const double *inputs, std::size_t inputStride, double *results,
                  std::size_t resultStride);

private:
    /// Price of one market as channels meet it that ship alike and have the same buyers.
    struct PriceClass {
        Symbol charge;
        std::size_t eps; ///< input dimension
    };

    // kernel_sellers.cpp: equations (0) to (2) and the parts of (3) that count sellers.
    void computeLifecycle();
    void computeOwnSellers();
    void computeProgramme();
    void computeTraining();
    void computeActive();
    void computeSelection();
    Block plannedRegistrations(std::size_t k) const;
    Block pool(std::size_t k, const Block &untouched) const;

    // kernel_markets.cpp: the market index of equation (3).
    void preparePrices();
    void computeMarketSizes();
    void computePrices();
    void prepareTerms(std::size_t k);
    void computeChangedPrices(std::size_t k);
    void computeIndices(std::size_t k);

    // kernel_sales.cpp: sales of equations (3) and (4).
    void computeCommon(std::size_t k);
    void computeSales();
    void computeWeights(const Segment &s);
    void computeProgrammeWeights(const Segment &s, const Block &mix);
    void addSales(const Segment &s, std::size_t k);
    void addProgrammeSales(const Segment &s, std::size_t k);
    Block trainedVolume(std::size_t channel, std::size_t k) const;

    // kernel_results.cpp: equations (4) to (8), one reported year at a time.
    void computeHaircuts();
    void storeYear(std::size_t k);
    void storeMarkets(std::size_t k);
    void storeTotals(std::size_t k);
    void storeConsequences(std::size_t k, const Block &feeSupport);
    void computeRegistrations();
    void storeSellerCounts(std::size_t k);

    // kernel_domestic.cpp: what sellers sell and their luck, (10); domestic measures.
    void computeDomestic();
    void storeDomestic(std::size_t k);
    void computeSellerSizes();
    void storeSellerSales(std::size_t k);
    void storeFunnel();
    void storeSellers();

    // Inlined: a block that a function takes or returns goes through memory.
    HWY_INLINE Block in(Symbol symbol, IndexKind kind = IndexKind::none,
                        std::size_t element = 0) const {
        return inputAt(model_.inputs.dimension(symbol, kind, element));
    }
    HWY_INLINE Block inputAt(std::size_t dimension) const {
        const double *from = inputs_ + dimension * inputStride_;
        return eachVector(
            [&](std::size_t i) { return hn::LoadU(Lanes(), from + i * hn::Lanes(Lanes())); });
    }
    /// `value` of the reported year k.
    HWY_INLINE void store(ColumnKind kind, std::size_t index, std::size_t k,
                          const Block &value) const {
        storeAt(firstColumn_[static_cast<std::size_t>(kind)] + index * model_.columns.years() + k -
                    model_.firstReported,
                value);
    }
    HWY_INLINE void store(Output output, std::size_t k, const Block &value) const {
        store(ColumnKind::output, static_cast<std::size_t>(output), k, value);
    }
    HWY_INLINE void storeAt(std::size_t column, const Block &value) const {
        double *to = results_ + column * resultStride_;
        for (std::size_t i = 0; i < kVectors; ++i) {
            hn::StoreU(value.vectors[i], Lanes(), to + i * hn::Lanes(Lanes()));
        }
    }

    const Model &model_;
    const Wanted wanted_;
    const BlockTag d_{};
    // Sizes and ranges that loops run over.
    const std::size_t sectors_;
    const std::size_t channels_;
    const std::size_t markets_;
    const std::size_t groups_;
    const std::size_t lastYear_;     ///< the last that is asked for
    const std::size_t programmeEnd_; ///< as Model's, in these years
    /// Cohorts after the base year whose selection differs between sectors or paths: [begin, end).
    std::size_t ownBegin_ = 1;
    std::size_t ownEnd_;
    std::array<std::size_t, kColumnKinds> firstColumn_;
    std::vector<std::size_t> firstCohort_; ///< of the pack's that anyone registered in, by channel
    std::vector<std::vector<std::size_t>> groupSegments_; ///< by market group
    std::vector<PriceClass> priceClasses_;
    std::vector<std::size_t> priceClass_; ///< by channel

    const double *inputs_ = nullptr;
    std::size_t inputStride_ = 0;
    double *results_ = nullptr;
    std::size_t resultStride_ = 0;

    BlockTable<2> activeAtAge_;   ///< S(a) (1 - x)^a, [channel][age]
    BlockTable<2> salesAtAge_;    ///< that times g(a), [channel][age]
    BlockTable<1> retention_;     ///< r(a) of the channel at work, [age]
    BlockTable<1> ramp_;          ///< g(a), [age]
    BlockTable<2> organic_;       ///< organic registrations of a channel, [channel][k]
    BlockTable<2> ownActive_;     ///< active per unit of act, existing and organic, [channel][k]
    BlockTable<2> ownBySector_;   ///< active sellers of a sector without the programme, [sector][k]
    BlockTable<1> perOwnSeller_;  ///< 1 over the first of them, 0 where there are none, [sector]
    BlockTable<1> programme_;     ///< registrations of the programme, [k]
    BlockTable<1> poolLimited_;   ///< 1 where the pool cut the plan, [k]
    BlockTable<2> entrants_;      ///< programme registrants on a path, [path][k]
    BlockTable<2> activation_;    ///< 1 + activation lift of a cohort, [active group][k]
    BlockTable<1> trainingSales_; ///< share x takeup x delta of a cohort, [k]
    BlockTable<3> programmeActive_; ///< active per unit of act and mix, [path][active group][k]
    BlockTable<3> active_;          ///< N, [path][sector][k]
    BlockTable<3> selection_;       ///< (R_c / R_0)^-psi of own cohorts, [path][sector][k]
    BlockTable<1> pastSelection_;   ///< the same for past cohorts, by distinct ratio
    BlockTable<2> marketSize_;      ///< growth and what interruptions leave, [market][k]
    BlockTable<2> price_;           ///< price response, [price class][market]
    BlockTable<3> terms_;           ///< share, price, time and access, [path][market group][market]
    std::size_t termsYear_ = 0;     ///< whose conditions they have, k
    BlockTable<3> index_;           ///< D, [path][market group][k]
    BlockTable<2> netIndex_;        ///< D of the with-path less displacement, [market group][k]
    BlockTable<2> netChange_;       ///< by how much it is above that of the other path
    BlockTable<1> notDisplaced_;    ///< 1 - disp, [channel]
    BlockTable<1> fob_;             ///< 1 - w, [channel]
    BlockTable<2> trainedAtAge_;    ///< salesAtAge_ times 2^(-a / h), [channel][age]
    BlockTable<2> sharedWeights_;   ///< sellers when all sectors are alike, [channel][k]
    BlockTable<2> sharedSales_;     ///< what they sell in year k, times act x m, [channel][k]
    BlockTable<3> common_;          ///< congestion and internet use, [path][sector][k]
    // Of the segment at hand: sellers of a cohort times what a mature one sells a registrant, act x
    // m. salesAtAge_ says how much of it they sell at their age.
    BlockTable<1> pastWeights_;      ///< registered up to the base year, [cohort]
    BlockTable<2> weights_;          ///< registered in own cohorts, [path][k]
    BlockTable<2> programmeWeights_; ///< those of them by the programme, [path][k]
    BlockTable<1> trainedWeights_;   ///< what training adds to them at first, [k]
    Block sharedShare_;              ///< share of the segment in sharedSales_, times act x m
    // Sales by year.
    BlockTable<3> groupBase_;       ///< sales before D, [path][market group][k]
    BlockTable<3> groupProgramme_;  ///< the part of it by the programme's registrants
    BlockTable<2> groupDifference_; ///< sales before D with the programme less those without
    BlockTable<2> sectorGross_;     ///< grossAdditional, [sector][k]
    BlockTable<2> sectorExports_;   ///< exportsAdditional, [sector][k]
    BlockTable<1> additional_;      ///< grossAdditional of the year, [channel]
    BlockTable<2> registered_;      ///< ever registered, [path][k]
    Block allActive_[kPaths];       ///< active sellers of all sectors
    Block grossWith_;               ///< gross sales with the programme
    Block headline_;                ///< exportsAdditional
    // What depends on no year.
    Block sellerSize_[2];   ///< over the mean: of the median seller, at the border of the top 1 %
    Block sellerVariance_;  ///< of one seller's sales over the square of their mean
    Block domesticSales_;   ///< of the year
    Block inboundSales_;    ///< of the year, without tax
    Block courierResponse_; ///< (1 + t_g)^-eps_in at the rate in force
};

} // namespace export_potential
