#include "core/catalogue/catalogue.h"
#include "core/catalogue/catalogue_state.h"
#include "core/error.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace core {

namespace {

/// Weights as the database keeps them: IEEE float32, little-endian, as in memory on every machine
/// that we build for.
void bindWeights(SQLite::Statement& statement, int place, const std::vector<float>& weights)
{
    // SQLite takes a null pointer for NULL, and a run without unpopular senses has none here.
    const void* bytes = weights.empty() ? static_cast<const void*>("") : weights.data();
    statement.bindNoCopy(place, bytes, static_cast<int>(weights.size() * sizeof(float)));
}

std::vector<float> weightsOf(const SQLite::Column& column)
{
    const auto bytes = static_cast<std::size_t>(column.getBytes());
    std::vector<float> weights(bytes / sizeof(float));
    if (!weights.empty())
        std::memcpy(weights.data(), column.getBlob(), weights.size() * sizeof(float));
    return weights;
}

RunSummary summaryOf(SQLite::Statement& query)
{
    return {.name = query.getColumn(0).getString(),
            .created = query.getColumn(1).getString(),
            .featureSet = query.getColumn(2).getString(),
            .settings = query.getColumn(3).getString(),
            .results = query.getColumn(4).getString(),
            .popularSenses = query.getColumn(5).getInt64(),
            .unpopularSenses = query.getColumn(6).getInt64()};
}

/// Sizes that the senses' numbers ask for: a record cut by hand must not be read past its end.
bool sound(const RunRecord& run)
{
    const auto dimension = run.mean.size();
    const auto fits = [&](std::int64_t senses, const std::vector<float>& weights) {
        return senses >= 0 && weights.size() == static_cast<std::size_t>(senses) * dimension;
    };
    return dimension > 0 && fits(run.popularSenses, run.popular)
           && fits(run.unpopularSenses, run.unpopular);
}

std::string namesOf(SQLite::Database& database)
{
    SQLite::Statement query(database, "SELECT name FROM runs ORDER BY run");
    std::string names;
    while (query.executeStep())
        names += (names.empty() ? "" : ", ") + query.getColumn(0).getString();
    return names;
}

/// The row of a run; Error, naming those that there are, where there is none.
std::int64_t numberOf(const std::filesystem::path& file, SQLite::Database& database,
                      const std::string& name)
{
    SQLite::Statement query(database, "SELECT run FROM runs WHERE name = ?");
    query.bind(1, name);
    if (query.executeStep())
        return query.getColumn(0).getInt64();
    const auto names = namesOf(database);
    throw Error(file.parent_path().string() + " has no run \"" + name + "\": "
                + (names.empty() ? "it has none yet; train one first." : "it has " + names + "."));
}

} // namespace

void Catalogue::storeFeatureSet(const FeatureSet& set)
{
    naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement forget(database, "DELETE FROM feature_sets WHERE name = ?");
        forget.bind(1, set.name);
        forget.exec();
        SQLite::Statement insert(
            database, "INSERT INTO feature_sets(name, dimension, scale) VALUES(?, ?, ?)");
        insert.bind(1, set.name);
        insert.bind(2, set.dimension);
        insert.bind(3, set.scale);
        insert.exec();
        const auto number = database.getLastInsertRowid();
        SQLite::Statement missing(database,
                                  "INSERT INTO features_missing(feature_set, key) VALUES(?, ?)");
        for (const auto key : set.missing) {
            missing.reset();
            missing.bind(1, static_cast<std::int64_t>(number));
            missing.bind(2, key);
            missing.exec();
        }
        transaction.commit();
    });
}

std::vector<FeatureSet> Catalogue::featureSets() const
{
    return naming(m_state->file, [&] {
        auto& database = *m_state->database;
        std::vector<FeatureSet> sets;
        SQLite::Statement query(database, "SELECT feature_set, name, dimension, scale "
                                          "FROM feature_sets ORDER BY feature_set");
        SQLite::Statement missing(database,
                                  "SELECT key FROM features_missing WHERE feature_set = ? "
                                  "ORDER BY key");
        while (query.executeStep()) {
            FeatureSet set{.name = query.getColumn(1).getString(),
                           .dimension = query.getColumn(2).getInt64(),
                           .scale = query.getColumn(3).getDouble(),
                           .missing = {}};
            missing.reset();
            missing.bind(1, query.getColumn(0).getInt64());
            while (missing.executeStep())
                set.missing.push_back(missing.getColumn(0).getInt64());
            sets.push_back(std::move(set));
        }
        return sets;
    });
}

void Catalogue::addRun(const RunRecord& run)
{
    naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(
            database,
            "INSERT OR IGNORE INTO runs(name, created, feature_set, settings, curve, snapshots, "
            "results, popular_senses, unpopular_senses, popular, unpopular, mean) VALUES(?, "
            "coalesce(nullif(?, ''), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int place = 0;
        for (const auto* text : {&run.name, &run.created, &run.featureSet, &run.settings,
                                 &run.curve, &run.snapshots, &run.results})
            insert.bindNoCopy(++place, *text);
        insert.bind(++place, run.popularSenses);
        insert.bind(++place, run.unpopularSenses);
        for (const auto* weights : {&run.popular, &run.unpopular, &run.mean})
            bindWeights(insert, ++place, *weights);
        if (insert.exec() == 0)
            throw Error(m_state->file.parent_path().string() + " has a run \"" + run.name
                        + "\" already: choose another name.");
        transaction.commit();
    });
}

void Catalogue::deleteRun(const std::string& name)
{
    naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const auto number = numberOf(m_state->file, database, name);
        SQLite::Statement forget(database, "DELETE FROM runs WHERE run = ?");
        forget.bind(1, number);
        forget.exec();
        transaction.commit();
    });
}

std::vector<RunSummary> Catalogue::runs() const
{
    return naming(m_state->file, [&] {
        SQLite::Statement query(*m_state->database,
                                "SELECT name, created, feature_set, settings, results, "
                                "popular_senses, unpopular_senses FROM runs ORDER BY run");
        std::vector<RunSummary> runs;
        while (query.executeStep())
            runs.push_back(summaryOf(query));
        return runs;
    });
}

RunRecord Catalogue::run(const std::string& name) const
{
    return naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Statement query(
            database, "SELECT name, created, feature_set, settings, results, popular_senses, "
                      "unpopular_senses, curve, snapshots, popular, unpopular, mean "
                      "FROM runs WHERE run = ?");
        query.bind(1, numberOf(m_state->file, database, name));
        query.executeStep();
        auto summary = summaryOf(query);
        RunRecord run{.name = std::move(summary.name),
                      .created = std::move(summary.created),
                      .featureSet = std::move(summary.featureSet),
                      .settings = std::move(summary.settings),
                      .curve = query.getColumn(7).getString(),
                      .snapshots = query.getColumn(8).getString(),
                      .results = std::move(summary.results),
                      .popularSenses = summary.popularSenses,
                      .unpopularSenses = summary.unpopularSenses,
                      .popular = weightsOf(query.getColumn(9)),
                      .unpopular = weightsOf(query.getColumn(10)),
                      .mean = weightsOf(query.getColumn(11))};
        if (!sound(run))
            throw Error(m_state->file.string() + " is damaged (the weights of run \"" + name
                        + "\" have another size than its senses): delete the run and train again.");
        return run;
    });
}

std::string Catalogue::freeRunName() const
{
    const auto taken = runs();
    for (std::size_t number = taken.size() + 1;; ++number) {
        auto name = "run-" + std::to_string(number);
        if (std::ranges::none_of(taken, [&](const RunSummary& run) { return run.name == name; }))
            return name;
    }
}

std::string Catalogue::senseName(const std::string& run, const std::string& sense) const
{
    return naming(m_state->file, [&] {
        SQLite::Statement query(*m_state->database,
                                "SELECT s.name FROM sense_names s JOIN runs r ON r.run = s.run "
                                "WHERE r.name = ? AND s.sense = ?");
        query.bind(1, run);
        query.bind(2, sense);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    });
}

void Catalogue::setSenseName(const std::string& run, const std::string& sense,
                             const std::string& name)
{
    naming(m_state->file, [&] {
        auto& database = *m_state->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const auto number = numberOf(m_state->file, database, run);
        SQLite::Statement change(
            database, name.empty() ? "DELETE FROM sense_names WHERE run = ? AND sense = ?"
                                   : "INSERT OR REPLACE INTO sense_names(run, sense, name) "
                                     "VALUES(?, ?, ?)");
        change.bind(1, number);
        change.bind(2, sense);
        if (!name.empty())
            change.bind(3, name);
        change.exec();
        transaction.commit();
    });
}

} // namespace core
