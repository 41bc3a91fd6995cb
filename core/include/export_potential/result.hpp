#pragma once

#include "export_potential/error.hpp"
#include "export_potential/simulation.hpp"

#include <string>
#include <string_view>

namespace export_potential {

/// The version of the model: it changes when the same inputs give other numbers.
std::string_view modelVersion();

/// The result of a run as JSON (public/schemas/result.schema.json): mean and quantiles of every
/// output, parts, funnel, waterfall, probabilities, checks. `draws` must hold all the draws of the
/// simulation's scenario.
std::string runResultJson(const Simulation &simulation, const Draws &draws);

/// One evaluation as JSON: the same names with one number a year. `values` is one draw.
std::string evaluateResultJson(const Simulation &simulation, const Draws &values);

/// {"errors":[{"code","path","message"}]}
std::string errorsJson(const Errors &errors);

/// The result of a run as CSV with a header line: group,id,name,unit,year,mean,p05,...,p95
std::string runResultCsv(const Simulation &simulation, const Draws &draws);

/// Header line of a table of draws: draw, every input by name, every output and year as NAME.YEAR.
std::string samplesCsvHeader(const Simulation &simulation);

/// The lines of that table for the rows of `inputs` and `results`, which must be the same draws.
std::string samplesCsvRows(const Simulation &simulation, const Draws &inputs, const Draws &results);

} // namespace export_potential
