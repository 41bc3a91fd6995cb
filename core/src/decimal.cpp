#include "decimal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace export_potential {

namespace {

/// A whole number of any size, 32 bits at a time, the lowest first, without zeros at its top.
class BigNumber {
public:
    explicit BigNumber(std::uint32_t value) {
        if (value != 0) {
            words_.push_back(value);
        }
    }

    int bits() const {
        return words_.empty()
                   ? 0
                   : 32 * static_cast<int>(words_.size()) - std::countl_zero(words_.back());
    }
    bool zero() const { return words_.empty(); }

    void multiplyAdd(std::uint32_t factor, std::uint32_t summand) {
        std::uint64_t carry = summand;
        for (std::uint32_t &word : words_) {
            carry += std::uint64_t{word} * factor;
            word = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) {
            words_.push_back(static_cast<std::uint32_t>(carry));
        }
    }

    void multiplyByPowerOfTen(int exponent) {
        constexpr int kStep = 9;
        for (; exponent >= kStep; exponent -= kStep) {
            multiplyAdd(1'000'000'000, 0);
        }
        for (; exponent > 0; --exponent) {
            multiplyAdd(10, 0);
        }
    }

    void shiftLeft(int by) {
        if (zero()) {
            return;
        }
        words_.insert(words_.begin(), static_cast<std::size_t>(by / 32), 0);
        if (by % 32 != 0) {
            multiplyAdd(std::uint32_t{1} << (by % 32), 0);
        }
    }

    bool below(const BigNumber &other) const {
        if (words_.size() != other.words_.size()) {
            return words_.size() < other.words_.size();
        }
        return std::lexicographical_compare(words_.rbegin(), words_.rend(), other.words_.rbegin(),
                                            other.words_.rend());
    }

    /// Takes away what is not more.
    void subtract(const BigNumber &other) {
        std::int64_t borrow = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            borrow += words_[i];
            borrow -= i < other.words_.size() ? other.words_[i] : 0;
            words_[i] = static_cast<std::uint32_t>(borrow);
            borrow >>= 32;
        }
        while (!words_.empty() && words_.back() == 0) {
            words_.pop_back();
        }
    }

private:
    std::vector<std::uint32_t> words_;
};

/// A number without its sign: 0.d1d2d3... times a power of ten, d1 not 0; no digits for 0.
struct Decimal {
    std::string_view digits; ///< of the number, with its point
    std::size_t count = 0;   ///< of digits to read, at most kMostDigits
    int exponent = 0;        ///< of ten
    bool more = false;       ///< whether digits other than 0 were left out
};

/// Between two doubles lies their middle, which has at most 767 digits.
constexpr std::size_t kMostDigits = 768;

/// Far beyond any double, and far from overflow.
constexpr int kHugeExponent = 100'000'000;

Decimal split(std::string_view text) {
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    const std::string_view digits = text.substr(0, mark);
    int exponent = 0;
    if (mark < text.size()) {
        const bool negative = text[mark + 1] == '-';
        for (std::size_t i = mark + (negative || text[mark + 1] == '+' ? 2 : 1); i < text.size();
             ++i) {
            exponent = std::min(exponent * 10 + (text[i] - '0'), kHugeExponent);
        }
        exponent = negative ? -exponent : exponent;
    }
    const std::size_t first = digits.find_first_of("123456789");
    if (first == std::string_view::npos) {
        return {};
    }
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const int beforePoint =
        first < point ? static_cast<int>(point - first) : -static_cast<int>(first - point - 1);
    Decimal decimal{.digits = digits.substr(first), .exponent = exponent + beforePoint};
    std::size_t at = 0;
    for (const char c : decimal.digits) {
        if (c != '.' && ++at > kMostDigits) {
            decimal.more = decimal.more || c != '0';
        }
    }
    decimal.count = std::min(at, kMostDigits);
    return decimal;
}

/// The digits as a whole number, with one more digit for those that were left out.
template <class Number, class Append>
Number wholeOf(const Decimal &decimal, Number number, const Append &append) {
    std::size_t at = 0;
    for (const char c : decimal.digits) {
        if (c != '.' && at++ < decimal.count) {
            append(number, static_cast<std::uint32_t>(c - '0'));
        }
    }
    return number;
}

/// Exact where the digits and the power of ten are doubles themselves: one rounding (Clinger 1990).
bool isSimple(const Decimal &decimal, int power) {
    constexpr std::size_t kExactDigits = 15;
    constexpr int kExactPower = 22;
    return decimal.count <= kExactDigits && !decimal.more && std::abs(power) <= kExactPower;
}

double simple(const Decimal &decimal, int power) {
    const double whole = wholeOf(
        decimal, 0.0, [](double &number, std::uint32_t digit) { number = number * 10 + digit; });
    double ten = 1;
    for (int i = 0; i < std::abs(power); ++i) {
        ten *= 10;
    }
    return power < 0 ? whole / ten : whole * ten;
}

/// q * 2^exponent, and a little more if `more`, rounded; the top bit of q is set.
double rounded(std::uint64_t q, int exponent, bool more) {
    constexpr int kSpare = 64 - std::numeric_limits<double>::digits;
    constexpr int kSmallest = -1074; // exponent of the smallest double
    const int shift = std::max(kSpare, kSmallest - exponent);
    if (shift > 64) {
        return 0;
    }
    const std::uint64_t kept = shift == 64 ? 0 : q >> shift;
    const std::uint64_t rest = shift == 64 ? q : q << (64 - shift);
    constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
    const bool up = rest > kHalf || (rest == kHalf && (more || (kept & 1) != 0));
    return std::ldexp(static_cast<double>(kept + (up ? 1 : 0)), exponent + shift);
}

/// By division of whole numbers, bit by bit.
double exact(const Decimal &decimal, int power) {
    BigNumber rest = wholeOf(decimal, BigNumber(0), [](BigNumber &number, std::uint32_t digit) {
        if (number.zero()) {
            number = BigNumber(digit);
        } else {
            number.multiplyAdd(10, digit);
        }
    });
    BigNumber divisor(1);
    (power < 0 ? divisor : rest).multiplyByPowerOfTen(std::abs(power));
    // Bring the quotient between 1 and 2.
    int shift = divisor.bits() - rest.bits();
    (shift > 0 ? rest : divisor).shiftLeft(std::abs(shift));
    if (rest.below(divisor)) {
        rest.shiftLeft(1);
        ++shift;
    }
    std::uint64_t quotient = 0;
    for (int bit = 0; bit < 64; ++bit) {
        quotient <<= 1;
        if (!rest.below(divisor)) {
            rest.subtract(divisor);
            quotient |= 1;
        }
        rest.shiftLeft(1);
    }
    return rounded(quotient, -shift - 63, decimal.more || !rest.zero());
}

double magnitude(std::string_view text) {
    constexpr int kAllInfinite = 310;
    constexpr int kAllZero = -324;
    const Decimal decimal = split(text);
    if (decimal.count == 0 || decimal.exponent < kAllZero) {
        return 0;
    }
    if (decimal.exponent > kAllInfinite) {
        return std::numeric_limits<double>::infinity();
    }
    const int power = decimal.exponent - static_cast<int>(decimal.count);
    return isSimple(decimal, power) ? simple(decimal, power) : exact(decimal, power);
}

} // namespace

double parseDecimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    const double value = magnitude(text.substr(negative ? 1 : 0));
    return negative ? -value : value;
}

} // namespace export_potential
