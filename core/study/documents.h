#pragma once

#include "core/ingest/import_table.h"
#include "core/study/extract_features.h"
#include "core/study/join_counts.h"
#include "core/study/join_features.h"
#include "core/study/predict.h"
#include "core/study/repeat_run.h"
#include "core/study/runs.h"
#include "core/study/senses.h"
#include "core/study/target_rhos.h"
#include "core/study/trust.h"

#include <nlohmann/json_fwd.hpp>

namespace core {

/// What the command line prints with --json: field names are a contract (README.md, "The command
/// line").
nlohmann::json documentOf(const ImportReport& report);
nlohmann::json documentOf(const JoinReport& report);
nlohmann::json documentOf(const JoinFeaturesReport& report);
nlohmann::json documentOf(const ExtractReport& report);
nlohmann::json trainingDocument(const LoadedRun& run);
/// The same, and whether it repeats `original`.
nlohmann::json repetitionDocument(const std::string& original, const Repetition& repetition);
nlohmann::json evaluationDocument(const std::string& run, Split split,
                                  const Evaluation& evaluation);
nlohmann::json documentOf(const TargetRhos& rhos);
nlohmann::json documentOf(const PairedComparison& comparison);
/// Shares and top images; image: the id of `project`'s table.
nlohmann::json sensesDocument(const Project& project, const Senses& senses);
/// How far each sense can be trusted, in the model's order: joins the entries of sensesDocument().
nlohmann::json documentOf(const std::vector<SenseTrust>& trust);
/// Of each picture its percentile, the senses that answer, what it looks like and, where it was
/// asked for, what they look at; or its failure.
nlohmann::json predictionDocument(const Project& project, const std::string& run,
                                  const std::vector<PredictedImage>& images);
nlohmann::json wordsDocument(const Senses& senses);

} // namespace core
