#pragma once

#include "tests/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/wait.h>

struct Outcome {
    int exitCode = -1;
    std::string output; ///< of standard output
    std::string errors; ///< of standard error
};

/// Drives the command line as a script would, in a folder of its own.
class CommandLineTest : public testing::Test {
protected:
    TemporaryFolder folder;

    /// A line of shell, run in the folder; $CLI is the command line.
    Outcome shell(const std::string& script) const
    {
        const auto errors = (folder / "stderr").string();
        const std::string command = "cd '" + (folder / "").string()
                                    + "' && export CLI='" SENSESCOPE_CLI "' && { " + script
                                    + "; } 2>'" + errors + "'";
        Outcome outcome;
        FILE* pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): our own words only
        if (pipe == nullptr)
            return outcome;
        std::array<char, 4096> buffer{};
        while (const auto read = fread(buffer.data(), 1, buffer.size(), pipe))
            outcome.output.append(buffer.data(), read);
        outcome.exitCode = WEXITSTATUS(pclose(pipe));
        outcome.errors = readFile(errors);
        std::filesystem::remove(errors);
        return outcome;
    }

    Outcome run(const std::string& arguments) const { return shell("\"$CLI\" " + arguments); }

    nlohmann::json document(const std::string& arguments) const
    {
        const auto outcome = run(arguments);
        EXPECT_EQ(outcome.exitCode, 0) << arguments << '\n' << outcome.errors;
        return nlohmann::json::parse(outcome.output, nullptr, false);
    }

    void write(const std::string& name, std::string_view text) const
    {
        writeFile(folder / name, text);
    }
};
