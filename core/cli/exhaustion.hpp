#pragma once

namespace export_potential::cli {

/// From now on lack of memory or of threads ends the program with exit status 1 and one line on
/// standard error.
void endWhenExhausted();

} // namespace export_potential::cli
