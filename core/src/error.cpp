#include "export_potential/error.hpp"

namespace export_potential {

std::string_view errorCodeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::jsonSyntax:
        return "json_syntax";
    case ErrorCode::tooLarge:
        return "too_large";
    case ErrorCode::tooDeep:
        return "too_deep";
    case ErrorCode::duplicateKey:
        return "duplicate_key";
    case ErrorCode::unknownKey:
        return "unknown_key";
    case ErrorCode::missingKey:
        return "missing_key";
    case ErrorCode::wrongType:
        return "wrong_type";
    case ErrorCode::notFinite:
        return "not_finite";
    case ErrorCode::outOfRange:
        return "out_of_range";
    case ErrorCode::wrongSum:
        return "wrong_sum";
    case ErrorCode::wrongOrder:
        return "wrong_order";
    case ErrorCode::wrongLength:
        return "wrong_length";
    case ErrorCode::notPowerOfTwo:
        return "not_power_of_two";
    case ErrorCode::unknownName:
        return "unknown_name";
    case ErrorCode::unsupportedSchema:
        return "unsupported_schema";
    case ErrorCode::conflict:
        return "conflict";
    case ErrorCode::usage:
        return "usage";
    case ErrorCode::unreadable:
        return "unreadable";
    case ErrorCode::internal:
        break;
    }
    return "internal";
}

} // namespace export_potential
