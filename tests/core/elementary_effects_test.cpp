// Screening: the design and the effects of functions whose slopes are known.

#include "export_potential/elementary_effects.hpp"

#include "export_potential/sampling.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace export_potential {
namespace {

template <class Function>
std::vector<ElementaryEffects> effectsOf(const Function &f, std::size_t inputs,
                                         std::size_t trajectories, std::uint64_t seed) {
    const auto design = morrisDesign(*makeCounterPoints(seed), inputs, trajectories);
    const std::size_t count = trajectories * (inputs + 1);
    std::vector<double> outputs;
    std::vector<double> x(inputs);
    for (std::size_t p = 0; p < count; ++p) {
        for (std::size_t i = 0; i < inputs; ++i) {
            x[i] = design[i * count + p];
        }
        outputs.push_back(f(x));
    }
    return elementaryEffects(design, inputs, outputs);
}

TEST(MorrisDesign, ChangesEveryInputOnceInEachTrajectory) {
    constexpr std::size_t kInputs = 5;
    constexpr std::size_t kTrajectories = 40;
    constexpr std::size_t kCount = kTrajectories * (kInputs + 1);
    const auto design = morrisDesign(*makeCounterPoints(1), kInputs, kTrajectories);
    ASSERT_EQ(design.size(), kInputs * kCount);
    const std::set<double> levels(design.begin(), design.end());
    EXPECT_EQ(levels, (std::set{0.125, 0.375, 0.625, 0.875}));
    std::set<std::size_t> firstChanged;
    for (std::size_t trajectory = 0; trajectory < kTrajectories; ++trajectory) {
        std::set<std::size_t> changed;
        for (std::size_t step = 1; step <= kInputs; ++step) {
            for (std::size_t i = 0; i < kInputs; ++i) {
                const double *const after = &design[i * kCount + trajectory * (kInputs + 1) + step];
                if (after[0] != after[-1]) {
                    EXPECT_EQ(std::fabs(after[0] - after[-1]), 0.5);
                    EXPECT_TRUE(changed.insert(i).second);
                    if (step == 1) {
                        firstChanged.insert(i);
                    }
                }
            }
            EXPECT_EQ(changed.size(), step);
        }
    }
    EXPECT_EQ(firstChanged.size(), kInputs);
}

TEST(MorrisDesign, DoesNotDependOnHowManyTrajectoriesAreAskedFor) {
    const auto few = morrisDesign(*makeCounterPoints(2), 2, 3);
    const auto many = morrisDesign(*makeCounterPoints(2), 2, 7);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t p = 0; p < 9; ++p) {
            EXPECT_EQ(few[i * 9 + p], many[i * 21 + p]);
        }
    }
}

TEST(ElementaryEffects, OfALinearFunctionAreItsCoefficients) {
    const auto found = effectsOf([](const auto &x) { return 3 * x[0] - 2 * x[1] + 8; }, 3, 10, 3);
    EXPECT_EQ(found[0].mu, 3);
    EXPECT_EQ(found[0].muStar.value, 3);
    EXPECT_EQ(found[1].mu, -2);
    EXPECT_EQ(found[1].muStar.value, 2);
    EXPECT_EQ(found[2].muStar.value, 0);
    for (const ElementaryEffects &effects : found) {
        EXPECT_EQ(effects.sigma, 0);
        EXPECT_EQ(effects.muStar.standardError, 0);
    }
}

TEST(ElementaryEffects, OfAnInteractionSpreadAndMayCancel) {
    // f = x_0 (x_1 - 1/2): the effect of x_0 is x_1 - 1/2, -3/8, -1/8, 1/8 or 3/8 equally likely:
    // mean 0, mean of absolute values 1/4, standard deviation sqrt(5/64); that of x_1 is x_0.
    constexpr std::size_t kTrajectories = 4000;
    const auto found =
        effectsOf([](const auto &x) { return x[0] * (x[1] - 0.5); }, 2, kTrajectories, 4);
    const double root = std::sqrt(static_cast<double>(kTrajectories));
    const double deviation = std::sqrt(5.0 / 64);
    EXPECT_NEAR(found[0].mu, 0, 4 * deviation / root);
    EXPECT_NEAR(found[0].muStar.value, 0.25, 4 * 0.125 / root);
    EXPECT_NEAR(found[0].muStar.standardError, 0.125 / root, 0.001 / root);
    EXPECT_NEAR(found[0].sigma, deviation, 4 * 0.07 / root);
    EXPECT_NEAR(found[1].mu, 0.5, 4 * deviation / root);
    EXPECT_EQ(found[1].mu, found[1].muStar.value);
}

} // namespace
} // namespace export_potential
