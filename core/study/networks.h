#pragma once

#include "core/features/convnet.h"
#include "core/study/project.h"

#include <filesystem>
#include <memory>
#include <string>

namespace core {

/// features/<name>.network: which network, layer and input the features of this name come from, and
/// how it answered a picture that is always the same.
std::filesystem::path networkFile(const Project& project, const std::string& featureSet);

/// The network that is to give features to this project; kept there, so that it is known again.
///
/// Throws Error as ConvNet does, and where features of its name are there from another network,
/// layer or input, or from a file (choose another name).
std::unique_ptr<ConvNet> networkOf(const Project& project, ConvNetOptions options);

/// What gave the features of this name, to give those of another picture: a network that was kept,
/// the built-in descriptor, or the plain one. Throws Error where they came from a file, or the
/// network's file has gone or answers otherwise.
std::unique_ptr<Extractor> extractorOf(const Project& project, const std::string& featureSet);

} // namespace core
