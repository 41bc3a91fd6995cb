#include "csv.hpp"
#include "export_potential/result.hpp"
#include "export_potential/statistics.hpp"
#include "result_tables.hpp"

#include <string>

namespace export_potential {

namespace {

/// Rows "group,id,name,unit,year,mean,p05,...": one for each year of one quantity.
class CsvRows {
public:
    CsvRows(const Simulation &simulation, const ColumnLayout &layout, const Draws &draws)
        : simulation_(simulation), layout_(layout), draws_(draws) {}

    void add(std::string_view group, std::string_view id, Output output, ColumnKind kind,
             std::size_t index) {
        for (std::size_t t = 0; t < layout_.years(); ++t) {
            const Summary summary = summarise(draws_.column(layout_.of(kind, index, t)), scratch_);
            text_ += group;
            text_ += ',';
            text_ += id;
            text_ += ',';
            text_ += outputName(output);
            text_ += ',';
            text_ += outputUnit(output);
            text_ += ',';
            text_ += std::to_string(simulation_.years()[t]);
            appendCsvNumber(text_, summary.mean);
            for (const double value : summary.quantiles) {
                appendCsvNumber(text_, value);
            }
            text_ += kCsvLineEnd;
        }
    }

    std::string &text() { return text_; }

private:
    const Simulation &simulation_;
    const ColumnLayout &layout_;
    const Draws &draws_;
    std::string text_ = "group,id,name,unit,year,mean,p05,p10,p25,p50,p75,p90,p95\r\n";
    std::vector<double> scratch_;
};

} // namespace

std::string runResultCsv(const Simulation &simulation, const Draws &draws) {
    const ColumnLayout layout = columnLayout(simulation);
    CsvRows rows(simulation, layout, draws);
    for (std::size_t o = 0; o < kOutputCount; ++o) {
        rows.add("outputs", "", static_cast<Output>(o), ColumnKind::output, o);
    }
    for (const PartFamily &family : partFamilies(simulation.pack())) {
        for (std::size_t i = 0; i < family.ids.size(); ++i) {
            for (const PartOutput &part : partOutputs(family)) {
                rows.add(family.name, family.ids[i], part.output, part.kind, i);
            }
        }
    }
    return std::move(rows.text());
}

std::string samplesCsvHeader(const Simulation &simulation) {
    std::string line = "draw";
    for (const std::string &name : simulation.inputNames()) {
        line += ',';
        line += name;
    }
    for (std::size_t o = 0; o < kOutputCount; ++o) {
        for (const int year : simulation.years()) {
            line += ',';
            line += outputName(static_cast<Output>(o));
            line += '.';
            line += std::to_string(year);
        }
    }
    return line += kCsvLineEnd;
}

std::string samplesCsvRows(const Simulation &simulation, const Draws &inputs,
                           const Draws &results) {
    const std::size_t outputs = kOutputCount * simulation.years().size();
    std::string text;
    for (std::size_t row = 0; row < inputs.count(); ++row) {
        text += std::to_string(inputs.first() + row);
        for (std::size_t i = 0; i < inputs.columns(); ++i) {
            appendCsvNumber(text, inputs.column(i)[row]);
        }
        // The outputs are the first columns of the results, in the order of the header.
        for (std::size_t c = 0; c < outputs; ++c) {
            appendCsvNumber(text, results.column(c)[row]);
        }
        text += kCsvLineEnd;
    }
    return text;
}

} // namespace export_potential
