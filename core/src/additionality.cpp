#include "export_potential/additionality.hpp"

namespace export_potential {

double netImpact(double grossImpact, const Adjustment &adjustment) {
    return grossImpact * (1 - adjustment.leakage) * (1 - adjustment.displacement) *
           (1 - adjustment.substitution) * adjustment.multiplier;
}

double additionalImpact(double grossImpact, const Adjustment &intervention, double referenceImpact,
                        const Adjustment &reference) {
    return netImpact(grossImpact, intervention) - netImpact(referenceImpact, reference);
}

} // namespace export_potential
