#pragma once

namespace export_potential {

/// What turns a gross impact into a net one; each share from 0 to 1.
struct Adjustment {
    double leakage = 0;
    double displacement = 0;
    double substitution = 0;
    double multiplier = 1;
};

/// GI (1 - L) (1 - Dp) (1 - S) M. Source: HCA Additionality Guide, 4th edition 2014.
double netImpact(double grossImpact, const Adjustment &adjustment);

/// AI = net impact of the intervention less that of the reference case, in which the deadweight is.
double additionalImpact(double grossImpact, const Adjustment &intervention, double referenceImpact,
                        const Adjustment &reference);

} // namespace export_potential
