#include "core/features/feature_import.h"

#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/features/record_rows.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

namespace {

/// Values up to 2⁸ leave float16 room above, and 22 powers of two of full precision below.
constexpr int kLargestExponent = 8;
constexpr std::size_t kRowsBetweenReports = 256;

using OpenRows = std::unique_ptr<RecordRows> (*)(const std::filesystem::path&);

std::unique_ptr<RecordRows> openNumberTable(const std::filesystem::path& file)
{
    return openCsvRows(file);
}

/// By the ending of the file's name; nullptr: none that is known.
OpenRows openerOf(const std::filesystem::path& source)
{
    static constexpr std::array<std::pair<std::string_view, OpenRows>, 7> kOpeners = {
        {{".npy", openNpyRows},
         {".npz", openNpzRows},
         {".csv", openNumberTable},
         {".tsv", openNumberTable},
         {".h5", openHdf5Rows},
         {".hdf5", openHdf5Rows},
         {".hdf", openHdf5Rows}}};
    auto ending = source.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    const auto found =
        std::ranges::find(kOpeners, ending, &std::pair<std::string_view, OpenRows>::first);
    return found == kOpeners.end() ? nullptr : found->second;
}

std::unique_ptr<RecordRows> openRows(const std::filesystem::path& source,
                                     const std::optional<std::size_t>& idColumn)
{
    if (!std::filesystem::is_regular_file(source))
        throw Error("The feature file " + source.string() + " is missing: check its name.");
    if (idColumn)
        return openCsvRows(source, idColumn);
    if (const auto open = openerOf(source))
        return open(source);
    throw Error(source.string()
                + " is none of .npy, .npz, .csv and .h5: save the features as one of them.");
}

void checkKeys(const RecordKeys& keys)
{
    std::vector<bool> taken(keys.images);
    for (const auto key : keys.ofRecord) {
        if (key == -1)
            continue;
        if (key < 0 || static_cast<std::uint64_t>(key) >= keys.images
            || taken[static_cast<std::size_t>(key)])
            throw std::invalid_argument("every record has an image key of its own, or -1");
        taken[static_cast<std::size_t>(key)] = true;
    }
}

std::string placeOf(const std::filesystem::path& source, std::size_t record)
{
    return "Row " + std::to_string(record + 1) + " of " + source.string();
}

[[noreturn]] void failCount(const std::filesystem::path& source, const std::string& rows,
                            std::size_t records)
{
    throw Error(source.string() + " has " + rows + " rows, but there are " + std::to_string(records)
                + " records: they must match one to one, rejected records included. Or name the "
                  "ids of the rows (join --features, with --id or --ids).");
}

/// What both passes over the file share.
struct Reading {
    const std::filesystem::path& source;
    std::span<const std::int64_t> keyOfRecord;
    const std::stop_token& stop;
    const ProgressObserver& observe;
    RecordRows& rows;

    /// Calls visit(record, values) for each row in order.
    void each(const char* stage,
              const std::function<void(std::size_t, std::span<const double>)>& visit) const
    {
        rows.rewind();
        std::size_t record = 0;
        for (auto values = rows.next(); !values.empty(); values = rows.next(), ++record) {
            if (record == keyOfRecord.size())
                failCount(source, "more than " + std::to_string(record), keyOfRecord.size());
            if (record % kRowsBetweenReports == 0)
                report(stage, record);
            visit(record, values);
        }
        if (record != keyOfRecord.size())
            failCount(source, std::to_string(record), keyOfRecord.size());
        report(stage, record);
    }

private:
    void report(const char* stage, std::size_t done) const
    {
        throwIfStopped(stop);
        if (observe)
            observe({.stage = stage + source.filename().string(),
                     .done = done,
                     .total = keyOfRecord.size()});
    }
};

/// The largest absolute value of the rows that are kept. What stands in rejected rows is nobody's
/// concern: a missing picture is often why both the record and its features are bad.
double largestValue(const Reading& reading)
{
    double largest = 0.0;
    reading.each("Checking ", [&](std::size_t record, std::span<const double> values) {
        if (reading.keyOfRecord[record] < 0)
            return;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isfinite(values[i]))
                throw Error(placeOf(reading.source, record) + " holds NaN or infinity in column "
                            + std::to_string(i + 1)
                            + ": replace it by a number or leave the image out of the table.");
            largest = std::max(largest, std::abs(values[i]));
        }
    });
    return largest;
}

/// The power of two that brings `largest` into (2⁷, 2⁸]; 0 where it is between 2⁻⁸ and 2⁸ already.
int scaleExponent(double largest)
{
    constexpr int kMostExponent = 1023; // of a double
    const double limit = std::ldexp(1.0, kLargestExponent);
    if (largest == 0.0 || (largest <= limit && largest >= 1.0 / limit))
        return 0;
    int exponent = 0;
    const double fraction = std::frexp(largest, &exponent); // largest = fraction · 2^exponent
    if (fraction == 0.5)
        --exponent;
    return std::min(kLargestExponent - exponent, kMostExponent);
}

} // namespace

bool isFeatureFile(const std::filesystem::path& file)
{
    return openerOf(file) != nullptr;
}

bool isFeatureTable(const std::filesystem::path& file)
{
    return openerOf(file) == openNumberTable;
}

ImportedFeatures importFeatures(const std::filesystem::path& source, const RecordKeys& keys,
                                const std::filesystem::path& store, const std::stop_token& stop,
                                const ProgressObserver& observe)
{
    checkKeys(keys);
    const auto rows = openRows(source, keys.idColumn);
    if (rows->rows() && *rows->rows() != keys.ofRecord.size())
        failCount(source, std::to_string(*rows->rows()), keys.ofRecord.size());
    const Reading reading{source, keys.ofRecord, stop, observe, *rows};
    const int exponent = scaleExponent(largestValue(reading));

    if (rows->columns() == 0)
        throw Error(source.string() + " has no rows: save one row of features an image.");
    FeatureWriter writer(store, keys.images, rows->columns());
    std::vector<float> scaled(rows->columns());
    reading.each("Copying ", [&](std::size_t record, std::span<const double> values) {
        const auto key = keys.ofRecord[record];
        if (key < 0)
            return;
        std::transform(values.begin(), values.end(), scaled.begin(), [&](double value) {
            return static_cast<float>(std::ldexp(value, exponent));
        });
        writer.setRow(static_cast<std::size_t>(key), scaled);
    });
    writer.finish();
    return {.dimension = rows->columns(), .scale = std::ldexp(1.0, exponent)};
}

} // namespace core
