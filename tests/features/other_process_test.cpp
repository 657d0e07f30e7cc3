#include "core/error.h"
#include "core/features/other_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace core {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// What becomes of work that is to say nothing.
std::string complaintOf(const OtherProcess::Work& work,
                        std::chrono::milliseconds mostSilence = std::chrono::minutes(1))
{
    try {
        OtherProcess process("some.file", work, mostSilence);
        if (process.next())
            process.fail();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(OtherProcess, SaysMessagesAndEnds)
{
    const std::vector<std::uint32_t> said = {7, 8, 9};
    OtherProcess process("some.file", [&said](const Speaker& speaker) {
        speaker.say(said.data(), said.size() * sizeof(std::uint32_t));
        speaker.say(nullptr, 0);
    });
    ASSERT_EQ(process.next(), said.size() * sizeof(std::uint32_t));
    std::vector<std::uint32_t> heard(said.size());
    process.take(heard.data(), heard.size() * sizeof(std::uint32_t));
    EXPECT_EQ(heard, said);
    EXPECT_EQ(process.next(), 0U);
    EXPECT_EQ(process.next(), std::nullopt);
}

TEST(OtherProcess, PassesOnWhatTheWorkThrows)
{
    EXPECT_EQ(complaintOf([](const Speaker&) { throw Error("row 3 of some.file is empty"); }),
              "row 3 of some.file is empty");
}

TEST(OtherProcess, ACrashIsAnErrorThatNamesTheFile)
{
    const auto damaged = AllOf(HasSubstr("some.file"), HasSubstr("damaged"));
    EXPECT_THAT(complaintOf([](const Speaker&) {
                    std::signal(SIGSEGV, SIG_DFL);
                    std::raise(SIGSEGV);
                }),
                damaged);
    EXPECT_THAT(complaintOf([](const Speaker&) { ::_exit(EXIT_SUCCESS); }), damaged);
    EXPECT_THAT(complaintOf([](const Speaker& speaker) { speaker.say("more", 4); }), damaged);
}

TEST(OtherProcess, SilenceIsTakenForDamage)
{
    EXPECT_THAT(complaintOf([](const Speaker&) { ::pause(); }, std::chrono::milliseconds(50)),
                HasSubstr("damaged"));
}

/// The sanitizers' own allocator has no such answer: there the process ends instead.
TEST(OtherProcess, MemoryHasABound)
{
    const auto complaint = complaintOf([](const Speaker&) {
        std::vector<std::vector<char>> held;
        for (std::size_t gigabytes = 0; gigabytes < 6; ++gigabytes)
            held.emplace_back().reserve(std::size_t{1} << 30U);
        if (held.size() == 6)
            throw Error("six gigabytes were given");
    });
    EXPECT_THAT(complaint, AllOf(testing::Not(HasSubstr("given")), testing::Not("")));
}

/// What is not waited for is ended, however busy it is.
TEST(OtherProcess, IsEndedWithItsObject)
{
    pid_t child = 0;
    {
        OtherProcess process("some.file", [](const Speaker& speaker) {
            const pid_t own = ::getpid();
            speaker.say(&own, sizeof own);
            ::pause();
        });
        ASSERT_EQ(process.next(), sizeof child);
        process.take(&child, sizeof child);
        EXPECT_EQ(::kill(child, 0), 0);
    }
    EXPECT_NE(::kill(child, 0), 0);
}

} // namespace
} // namespace core
