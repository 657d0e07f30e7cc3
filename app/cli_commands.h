#pragma once

namespace CLI { // NOLINT(readability-identifier-naming): the library calls itself so
class App;
}

namespace app {

class Terminal;

/// Each adds its subcommands; a subcommand's callback does the work while the line is parsed.
void addCollectionCommands(CLI::App& line, Terminal& terminal); ///< sample, import, check
void addExtractCommand(CLI::App& line, Terminal& terminal);     ///< extract
void addTrainCommand(CLI::App& line, Terminal& terminal);       ///< train
void addRunCommands(CLI::App& line, Terminal& terminal);        ///< evaluate, compare
void addTablesCommand(CLI::App& line, Terminal& terminal);      ///< tables
void addPredictCommand(CLI::App& line, Terminal& terminal);     ///< predict
void addInsightCommands(CLI::App& line, Terminal& terminal);    ///< senses, words, means, export

} // namespace app
