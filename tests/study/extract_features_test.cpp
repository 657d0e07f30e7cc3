#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/study/extract_features.h"
#include "tests/study/small_collection.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <memory>

namespace core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

void cutShort(const fs::path& file)
{
    fs::resize_file(file, fs::file_size(file) / 2);
}

TEST(ExtractFeatures, GivesEveryPictureARow)
{
    const SmallCollection small(12);
    const auto project = small.extracted();
    ASSERT_EQ(project.featureSets.size(), 1U);
    EXPECT_TRUE(project.featureSets[0].missing.empty());
    const auto store = FeatureStore::open(project.featureFile("plain"));
    ASSERT_EQ(store->rows(), 12U);
    for (std::size_t i = 0; i < store->rows(); ++i)
        EXPECT_TRUE(std::any_of(store->row(i), store->row(i) + store->columns(),
                                [](Half value) { return value != Half(0.0F); }))
            << "row " << i;
}

TEST(ExtractFeatures, DoesNotDependOnTheOrderOfItsThreads)
{
    const SmallCollection small(12);
    const auto project = small.extracted();
    const auto before = bytesOf(project.featureFile("plain"));
    extractFeatures(project, *makePlainDescriptor());
    EXPECT_EQ(before, bytesOf(project.featureFile("plain")));
}

TEST(ExtractFeatures, MarksAPictureThatIsCutShort)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    cutShort(small.picture(5));
    const auto report = extractFeatures(project, *makePlainDescriptor());
    EXPECT_EQ(report.images, 11U);
    ASSERT_EQ(report.broken.size(), 1U);
    EXPECT_THAT(report.broken[0].reason, HasSubstr("5.png"));

    const auto opened = openProject(project.folder);
    EXPECT_THAT(opened.featureSets.at(0).missing, ElementsAre(5));
    EXPECT_THAT(opened.collection->broken[5], HasSubstr("5.png"));
    EXPECT_TRUE(opened.collection->broken[4].empty());
}

TEST(ExtractFeatures, UnmarksAPictureThatWasMended)
{
    const SmallCollection small(12);
    const auto project = small.imported();
    cutShort(small.picture(5));
    extractFeatures(project, *makePlainDescriptor());
    fs::copy_file(small.picture(7), small.picture(5), fs::copy_options::overwrite_existing);
    extractFeatures(openProject(project.folder), *makePlainDescriptor());
    const auto opened = openProject(project.folder);
    EXPECT_TRUE(opened.collection->broken[5].empty());
    EXPECT_TRUE(opened.featureSets.at(0).missing.empty());
}

TEST(ExtractFeatures, RefusesWhereNoPictureCanBeRead)
{
    const SmallCollection small(4);
    const auto project = small.imported();
    for (int i = 0; i < small.images(); ++i)
        cutShort(small.picture(i));
    EXPECT_THROW(extractFeatures(project, *makePlainDescriptor()), Error);
    EXPECT_TRUE(openProject(project.folder).featureSets.empty());
    EXPECT_FALSE(fs::exists(project.featureFile("plain")));
}

/// The plain descriptor, which counts its pictures and asks for a stop after some.
class StoppingExtractor final : public Extractor {
public:
    explicit StoppingExtractor(int most, float factor = 1.0F)
        : m_most(most)
        , m_factor(factor)
    {
    }

    std::string name() const override { return "plain"; }
    std::size_t dimension() const override { return m_plain->dimension(); }
    int leastSide() const override { return m_plain->leastSide(); }
    void extract(const Bitmap& picture, std::span<float> row) const override
    {
        m_plain->extract(picture, row);
        for (auto& value : row)
            value *= m_factor;
        if (++m_extracted == m_most)
            m_stop.request_stop();
    }

    std::stop_token stop() const { return m_stop.get_token(); }
    /// One of them is the picture that tells extractors apart.
    int extracted() const { return m_extracted; }

private:
    std::unique_ptr<Extractor> m_plain = makePlainDescriptor();
    int m_most;
    float m_factor;
    mutable std::atomic<int> m_extracted{0};
    mutable std::stop_source m_stop;
};

constexpr int kNeverStops = 1 << 20;

void stopAfter(int pictures, const Project& project, float factor = 1.0F)
{
    const StoppingExtractor extractor(pictures, factor);
    EXPECT_THROW(extractFeatures(project, extractor, extractor.stop()), Cancelled);
}

TEST(ExtractFeatures, GoesOnWhereItWasStopped)
{
    const SmallCollection small(60);
    const auto whole = bytesOf(small.extracted().featureFile("plain"));

    const SmallCollection again(60);
    const auto project = again.imported();
    stopAfter(20, project);
    const StoppingExtractor rest(kNeverStops);
    const auto report = extractFeatures(project, rest);
    EXPECT_EQ(report.images, 60U);
    EXPECT_LT(rest.extracted(), 50);
    EXPECT_GT(rest.extracted(), 1);
    EXPECT_EQ(bytesOf(project.featureFile("plain")), whole);
    EXPECT_TRUE(openProject(project.folder).featureSets.at(0).missing.empty());
    EXPECT_FALSE(fs::exists(project.folder / "features" / "plain.journal"));
    EXPECT_FALSE(fs::exists(project.folder / "features" / "plain.npy.unfinished"));
}

TEST(ExtractFeatures, BeginsAnewWithAnotherExtractorOfTheSameName)
{
    const SmallCollection small(60);
    const auto project = small.imported();
    stopAfter(20, project, 2.0F);
    const StoppingExtractor other(kNeverStops);
    extractFeatures(project, other);
    EXPECT_EQ(other.extracted(), 61);
}

TEST(ExtractFeatures, DoesAgainWhatTheJournalDoesNotHold)
{
    const SmallCollection small(60);
    const auto project = small.imported();
    const auto journal = project.folder / "features" / "plain.journal";
    stopAfter(20, project);
    fs::resize_file(journal, fs::file_size(journal) - 100); // one record, and most of another
    const StoppingExtractor rest(kNeverStops);
    extractFeatures(project, rest);
    EXPECT_GE(rest.extracted(), 1 + 60 - 21 + 2) << "a second thread may have had one more in hand";
    EXPECT_LE(rest.extracted(), 1 + 60 - 19 + 2);

    stopAfter(20, project);
    std::ofstream(journal, std::ios::binary) << "not a journal";
    const StoppingExtractor all(kNeverStops);
    extractFeatures(project, all);
    EXPECT_EQ(all.extracted(), 61);
}

TEST(ExtractFeatures, IsRefusedWhileAnotherWritesTheSameFeatures)
{
    const SmallCollection small(4);
    const auto project = small.imported();
    const FeatureWriter other(project.featureFile("plain"), 4, 7, FeatureWriter::Unfinished::Keep);
    EXPECT_THROW(extractFeatures(project, *makePlainDescriptor()), Error);
}

TEST(ExtractFeatures, LeavesTheProjectAsItWasWhenItIsCancelled)
{
    const SmallCollection small(4);
    const auto project = small.imported();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(extractFeatures(project, *makePlainDescriptor(), stop.get_token()), Cancelled);
    EXPECT_TRUE(openProject(project.folder).featureSets.empty());
    EXPECT_FALSE(fs::exists(project.featureFile("plain")));
}

} // namespace
} // namespace core
