// Texts of numbers without the C library's arithmetic of 128 bits, which is a twelfth of what a
// visitor downloads. The linker takes these functions in the place of the library's of the same
// name (see cmake/wasm_flags.cmake).

#include <emscripten/em_js.h>

#include <cstdarg>
#include <cstddef>
#include <cstring>

// JavaScript rounds a decimal to the nearest double, as the C library does: ECMA-262,
// StringToNumber.
EM_JS(double, nearestDouble, (const char *decimal), { return Number(UTF8ToString(decimal)); });

extern "C" {

/// The C library's snprintf without numbers that are not whole.
int vsniprintf(char *to, std::size_t size, const char *format, std::va_list values);

/// Only nlohmann's parser reads numbers so: a JSON number that stands alone, up to its end.
double __wrap_strtod(const char *decimal, char **end) {
    *end = const_cast<char *>(decimal) + std::strlen(decimal);
    return nearestDouble(decimal);
}

/// Only nlohmann's parser writes so: the codes of characters.
int __wrap_snprintf(char *to, std::size_t size, const char *format, ...) {
    std::va_list values;
    va_start(values, format);
    const int length = vsniprintf(to, size, format, values);
    va_end(values);
    return length;
}
}
