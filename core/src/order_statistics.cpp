#include "order_statistics.hpp"

#include "vector_math.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>

namespace export_potential {

namespace {

constexpr std::size_t kBuckets = 2048;
constexpr int kBucketBits = 11;
/// Buckets whose values are counted together in vectors.
constexpr std::size_t kGroup = 16;
/// Fewer values than this are sorted.
constexpr std::size_t kFew = 256;

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;

/// Unsigned integers in the order of the doubles: bits of positive ones raised, of negative ones
/// turned round. The sum makes one zero of the two, which compare equal.
std::uint64_t orderKey(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

/// Cuts the range of some values into buckets, which ascend with the values.
class Buckets {
public:
    Buckets(double min, double max) : lowest_(orderKey(min)) {
        const std::uint64_t width = orderKey(max) - lowest_;
        const std::uint64_t upperWidth = (orderKey(max) >> 32) - (lowest_ >> 32);
        byUpperHalf_ = min > 0 && std::bit_width(upperWidth) >= kBucketBits;
        const int bits = static_cast<int>(std::bit_width(byUpperHalf_ ? upperWidth : width));
        shift_ = std::max(0, bits - kBucketBits);
    }

    /// Calls work(position, buckets) for the values from each position on, four at a time while
    /// there are as many. Where all are above 0 and far apart, as most are, the upper halves of
    /// their bits tell the buckets, which vectors then find for all four.
    template <class Work>
    void forEach(std::span<const double> values, const Work &work) const {
        if (byUpperHalf_) {
            // Those of positive numbers lack kSign.
            const auto lowest = static_cast<std::uint32_t>((lowest_ ^ kSign) >> 32);
            const hn::Repartition<std::uint32_t, Lanes> halves;
            static_assert(hn::MaxLanes(halves) == kAtOnce);
            const int shift = shift_;
            const auto upper = [&](std::size_t at) {
                return hn::BitCast(halves, hn::LoadU(Lanes(), values.data() + at));
            };
            const auto start = hn::Set(halves, lowest);
            forEach(
                values, work,
                [&](std::size_t at) {
                    const auto four = hn::ConcatOdd(halves, upper(at + kAtOnce / 2), upper(at));
                    Four buckets;
                    hn::StoreU(hn::ShiftRightSame(hn::Sub(four, start), shift), halves,
                               buckets.data());
                    return buckets;
                },
                [&](std::size_t at) {
                    const auto bits = std::bit_cast<std::uint64_t>(values[at]);
                    return (static_cast<std::uint32_t>(bits >> 32) - lowest) >> shift;
                });
            return;
        }
        const auto bucket = [&](std::size_t at) {
            return static_cast<std::uint32_t>((orderKey(values[at]) - lowest_) >> shift_);
        };
        forEach(
            values, work,
            [&](std::size_t at) {
                return Four{bucket(at), bucket(at + 1), bucket(at + 2), bucket(at + 3)};
            },
            bucket);
    }

private:
    static constexpr std::size_t kAtOnce = 4;
    using Four = std::array<std::uint32_t, kAtOnce>;

    template <class Work, class Several, class One>
    static void forEach(std::span<const double> values, const Work &work, const Several &several,
                        const One &one) {
        std::size_t at = 0;
        for (; at + kAtOnce <= values.size(); at += kAtOnce) {
            work(at, several(at));
        }
        for (; at < values.size(); ++at) {
            work(at, std::array{one(at)});
        }
    }

    std::uint64_t lowest_;
    bool byUpperHalf_;
    int shift_;
};

struct Extremes {
    double min;
    double max;
};

Extremes extremes(std::span<const double> values) {
    // Four vectors at a time, so that no comparison waits for the one before it.
    const Lanes d;
    constexpr std::size_t lanes = hn::MaxLanes(Lanes());
    constexpr std::size_t kStreams = 4;
    Vec min[kStreams];
    Vec max[kStreams];
    std::ranges::fill(min, hn::Set(d, values[0]));
    std::ranges::fill(max, hn::Set(d, values[0]));
    std::size_t at = 0;
    for (; at + kStreams * lanes <= values.size(); at += kStreams * lanes) {
        for (std::size_t i = 0; i < kStreams; ++i) {
            const Vec some = hn::LoadU(d, values.data() + at + i * lanes);
            min[i] = smaller(min[i], some);
            max[i] = larger(max[i], some);
        }
    }
    Extremes all{hn::ReduceMin(d, smaller(smaller(min[0], min[1]), smaller(min[2], min[3]))),
                 hn::ReduceMax(d, larger(larger(max[0], max[1]), larger(max[2], max[3])))};
    for (; at < values.size(); ++at) {
        all.min = std::min(all.min, values[at]);
        all.max = std::max(all.max, values[at]);
    }
    return all;
}

/// A bucket with wanted ranks, and where in `scratch` its values are collected.
struct Collected {
    std::size_t below; ///< values in smaller buckets
    std::size_t begin;
    std::size_t end;
    std::size_t firstRank; ///< of the wanted ranks, by position
    std::size_t lastRank;
};

class Selection {
public:
    Selection(std::span<const std::size_t> ranks, std::span<double> found,
              std::vector<double> &scratch)
        : ranks_(ranks), found_(found), scratch_(scratch) {}

    /// Finds ranks_[firstRank, lastRank), counted from `below`. `used` is the part of scratch_ that
    /// is taken.
    void select(std::span<const double> values, std::size_t below, std::size_t firstRank,
                std::size_t lastRank, std::size_t used) {
        const auto [min, max] = extremes(values);
        if (min == max) {
            std::ranges::fill(found_.subspan(firstRank, lastRank - firstRank), min);
            return;
        }
        const Buckets buckets(min, max);
        // Two tables by turns: equal values that follow one another would wait for their counter.
        std::array<std::array<std::uint32_t, kBuckets>, 2> turns{};
        buckets.forEach(values, [&](std::size_t /*at*/, const auto &some) {
            for (std::size_t i = 0; i < some.size(); ++i) {
                ++turns[i % 2][some[i]];
            }
        });
        const auto count = [&](std::size_t bucket) -> std::size_t {
            return turns[0][bucket] + turns[1][bucket];
        };
        const auto countOfGroup = [&](std::size_t bucket) -> std::size_t {
            std::uint32_t sum = 0;
            for (std::size_t i = 0; i < kGroup; ++i) {
                sum += turns[0][bucket + i] + turns[1][bucket + i];
            }
            return sum;
        };

        // Slot 0 is for buckets that nobody asks for.
        std::array<std::uint8_t, kBuckets> slots{};
        std::vector<Collected> wanted;
        std::size_t before = below;
        std::size_t top = used;
        std::size_t rank = firstRank;
        for (std::size_t bucket = 0; rank < lastRank; ++bucket) {
            // Most buckets lie below the next rank by whole groups.
            while (bucket % kGroup == 0) {
                const std::size_t end = before + countOfGroup(bucket);
                if (ranks_[rank] < end) {
                    break;
                }
                before = end;
                bucket += kGroup;
            }
            const std::size_t end = before + count(bucket);
            if (ranks_[rank] < end) {
                const std::size_t first = rank;
                while (rank < lastRank && ranks_[rank] < end) {
                    ++rank;
                }
                wanted.push_back({before, top, top, first, rank});
                slots[bucket] = static_cast<std::uint8_t>(wanted.size());
                top += count(bucket);
            }
            before = end;
        }
        if (scratch_.size() < top) {
            scratch_.resize(top);
        }
        collect(values, buckets, slots, wanted);
        for (const Collected &part : wanted) {
            finish(part, top);
        }
    }

private:
    void collect(std::span<const double> values, const Buckets &buckets,
                 const std::array<std::uint8_t, kBuckets> &slots, std::vector<Collected> &wanted) {
        buckets.forEach(values, [&](std::size_t at, const auto &some) {
            unsigned any = 0;
            for (const std::uint32_t bucket : some) {
                any |= slots[bucket];
            }
            if (any == 0) {
                return;
            }
            for (std::size_t i = 0; i < some.size(); ++i) {
                const std::uint8_t slot = slots[some[i]];
                if (slot != 0) {
                    scratch_[wanted[slot - 1u].end++] = values[at + i];
                }
            }
        });
    }

    void finish(const Collected &part, std::size_t used) {
        const std::size_t count = part.end - part.begin;
        if (count > kFew) {
            // The values lie in scratch_ themselves: it must not grow while they are read.
            if (scratch_.size() < used + count) {
                scratch_.resize(used + count);
            }
            select(std::span<const double>(scratch_).subspan(part.begin, count), part.below,
                   part.firstRank, part.lastRank, used);
            return;
        }
        const auto begin = scratch_.begin() + static_cast<std::ptrdiff_t>(part.begin);
        std::sort(begin, begin + static_cast<std::ptrdiff_t>(count));
        for (std::size_t rank = part.firstRank; rank < part.lastRank; ++rank) {
            found_[rank] = scratch_[part.begin + (ranks_[rank] - part.below)];
        }
    }

    std::span<const std::size_t> ranks_;
    std::span<double> found_;
    std::vector<double> &scratch_;
};

} // namespace

void orderStatistics(std::span<const double> values, std::span<const std::size_t> ranks,
                     std::span<double> found, std::vector<double> &scratch) {
    assert(ranks.size() == found.size() && ranks.size() < 256);
    assert(std::ranges::is_sorted(ranks) && (ranks.empty() || ranks.back() < values.size()));
    if (ranks.empty()) {
        return;
    }
    if (values.size() <= kFew) {
        scratch.assign(values.begin(), values.end());
        std::ranges::sort(scratch);
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            found[i] = scratch[ranks[i]];
        }
        return;
    }
    Selection(ranks, found, scratch).select(values, 0, 0, ranks.size(), 0);
}

} // namespace export_potential
