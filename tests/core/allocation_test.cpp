// Evaluating draws allocates nothing: every allocation of this program is counted.

#include "block_evaluation.hpp"
#include "model.hpp"
#include "test_support.hpp"
#include "year_groups.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <numeric>
#include <vector>

namespace {

std::atomic<std::size_t> allocations = 0;

void *counted(std::size_t size) {
    ++allocations;
    void *memory = std::malloc(size);
    if (memory == nullptr) {
        std::abort();
    }
    return memory;
}

} // namespace

void *operator new(std::size_t size) {
    return counted(size);
}
void *operator new[](std::size_t size) {
    return counted(size);
}
void operator delete(void *memory) noexcept {
    std::free(memory);
}
void operator delete[](void *memory) noexcept {
    std::free(memory);
}
void operator delete(void *memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
void operator delete[](void *memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}

namespace export_potential {
namespace {

/// A question with everything in it that the kernel can meet.
constexpr const char *kEverything = R"("draws": 256,
    "onboarding": {"newSellers": 400000, "path": "bass"},
    "closures": [{"market": "us", "from": 2030, "to": 2031}],
    "measures": [
        {"type": "training", "tier": "light", "from": 2027, "share": 0.5},
        {"type": "connectivity", "from": 2027, "to": 2030, "internetUse": 0.8},
        {"type": "logistics", "from": 2028, "days": -2},
        {"type": "marketAccess", "market": "eu", "from": 2028, "tariff": -0.05, "access": 0.9},
        {"type": "feeSupport", "from": 2027, "to": 2029, "points": 0.05},
        {"type": "digitalRetailTax", "from": 2027, "rate": 0.05},
        {"type": "courierSalesTax", "from": 2027, "rate": 0.18},
        {"type": "dutyFreeThreshold", "from": 2027, "above": 0.5}
    ])";

TEST(Allocation, IsCounted) {
    const std::size_t before = allocations;
    const std::vector<double> some(10);
    EXPECT_GT(allocations, before) << some.size();
}

TEST(Allocation, IsNotOfTheInnerLoop) {
    const Case c(publicPack(), kEverything, 256);
    const Draws inputs = c.simulation.sample(0, 256);
    const Model model(c.simulation.pack(), c.simulation.scenario());
    std::vector<std::size_t> all(model.columns.columns().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    BlockEvaluation block(model, all);
    std::vector<double> column(BlockEvaluation::kDraws);

    const std::size_t before = allocations;
    for (std::size_t at = 0; at < 256; at += BlockEvaluation::kDraws) {
        block.evaluate(inputs, at, BlockEvaluation::kDraws);
        for (std::size_t j = 0; j < all.size(); ++j) {
            block.copyColumn(j, column.size(), column.data());
        }
    }
    EXPECT_EQ(allocations, before);
}

TEST(Allocation, IsOncePerGroupOfYears) {
    const Case c(publicPack(), kEverything, 256);
    const Draws inputs = c.simulation.sample(0, 256);
    YearGroups groups(c.simulation, Extent::headline);
    Draws store(groups.columns(0), 0, 256);
    groups.evaluate(0, inputs, 0, 64, store);

    const std::size_t before = allocations;
    groups.evaluate(0, inputs, 64, 192, store);
    EXPECT_EQ(allocations, before);
}

} // namespace
} // namespace export_potential
