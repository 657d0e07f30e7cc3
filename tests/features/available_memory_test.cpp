#include "core/features/available_memory.h"
#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace core {
namespace {

namespace fs = std::filesystem;

/// A system as files say it.
class AvailableMemoryTest : public testing::Test {
protected:
    void say(const std::string& file, const std::string& text)
    {
        fs::create_directories((m_root / file).parent_path());
        writeFile(m_root / file, text);
    }

    std::optional<std::uint64_t> available() const { return availableMemory(m_root / ""); }

    void SetUp() override
    {
        say("proc/meminfo", "MemTotal:  64000000 kB\nMemAvailable:   2000000 kB\n");
    }

private:
    TemporaryFolder m_root;
};

TEST_F(AvailableMemoryTest, IsWhatTheSystemHasLeft)
{
    EXPECT_EQ(available(), 2000000U * 1024U);
}

TEST_F(AvailableMemoryTest, IsNoMoreThanTheGroupOfTheFirstVersionMayTake)
{
    say("proc/self/cgroup", "9:cpu:/\n4:memory:/jobs/one\n0::/\n");
    say("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    say("sys/fs/cgroup/memory/jobs/one/memory.limit_in_bytes", "1073741824\n");
    EXPECT_EQ(available(), 1073741824U);
}

TEST_F(AvailableMemoryTest, IsNoMoreThanTheGroupOfTheSecondVersionMayTake)
{
    say("proc/self/cgroup", "0::/jobs/one\n");
    say("sys/fs/cgroup/jobs/one/memory.max", "1000000\n");
    EXPECT_EQ(available(), 1000000U);
}

TEST_F(AvailableMemoryTest, AGroupWithoutALimitIsNone)
{
    say("proc/self/cgroup", "0::/jobs/one\n");
    say("sys/fs/cgroup/jobs/one/memory.max", "max\n");
    EXPECT_EQ(available(), 2000000U * 1024U);
}

TEST(AvailableMemory, IsUnknownWhereTheSystemDoesNotSay)
{
    const TemporaryFolder nothing;
    EXPECT_EQ(availableMemory(nothing / ""), std::nullopt);
}

} // namespace
} // namespace core
