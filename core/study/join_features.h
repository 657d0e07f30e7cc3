#pragma once

#include "core/catalogue/catalogue.h"
#include "core/progress.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// Features from a file for a project that is there. Which image each row belongs to is said in one
/// of three ways: by a column of ids in the file (a CSV), by a list of ids beside it, or by the
/// order of the rows.
struct JoinFeaturesRequest {
    std::filesystem::path project;
    std::filesystem::path features; ///< .npy, .npz, .csv or HDF5 (feature_import.h)
    /// A row a row of features: a table with a column of ids, or a text file with an id a line.
    /// Empty: the features themselves have the column.
    std::filesystem::path ids;
    std::string id;       ///< the column of ids; empty: guessed
    bool inOrder = false; ///< the rows are the project's images in order, one each
    std::string name;     ///< of the features; empty: the file's name without its ending
};

struct JoinFeaturesReport {
    std::string featureSet;
    std::size_t dimension = 0;
    std::size_t images = 0;          ///< with features
    std::size_t missing = 0;         ///< images of the project that no row names
    std::vector<Rejection> rejected; ///< the first 100 rows (from 1) that could not be used
    std::size_t rejectedCount = 0;
};

/// Adds a feature set to the project. A row whose id no image has, or that an earlier row had, is
/// rejected; an image without a row is left out of whatever uses the features.
///
/// Throws Error (and leaves the project as it was) where the file cannot be read, no image is
/// named, the rows are not as many as the ids (or, in order, as the images), nothing says whose
/// they are, or features of that name are there; Cancelled.
/// Cost: two passes over the features, one over the ids.
JoinFeaturesReport joinFeatures(const JoinFeaturesRequest& request,
                                const std::stop_token& stop = {},
                                const ProgressObserver& observe = {});

} // namespace core
