#pragma once

#include "core/study/browse.h"
#include "core/study/overview.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace ui {

/// The open collection: statistics, the popularity distribution, mean images, and the grid of all
/// images with search and sort. Takes values through setX and showX, speaks wishes through signals.
class CollectionPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CollectionPage)

public:
    /// loader   shared by all pages; outlives this
    explicit CollectionPage(ThumbnailLoader& loader, QWidget* parent = nullptr);
    ~CollectionPage() override;

    /// Asks at once, by its signals, for statistics, distribution and images.
    void setProject(const core::Project& project);
    void clearProject();
    /// While the project is being changed (an import, an extraction), no other is asked for.
    void setWorking(bool working);
    void showStatistics(const core::CollectionStatistics& statistics);
    /// The distribution of one choice of engagement.
    void showHistogram(core::EngagementChoice engagement, const core::CountHistogram& histogram);
    void showImages(const std::vector<core::ImageKey>& images);
    void showImagesFailed(const QString& message); ///< a query line that was not understood
    void showMeans(core::EngagementChoice engagement, const core::CollectionMeans& means);
    void showMeansFailed(const QString& message);

Q_SIGNALS:
    void statisticsRequested();
    void histogramRequested(core::EngagementChoice engagement);
    void imagesRequested(const core::BrowseRequest& request);
    void meansRequested(core::EngagementChoice engagement, int count);
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);
    void contactSheetRequested(const std::vector<core::ImageKey>& images);
    void extractRequested();  ///< the project has pictures but no features yet
    void trainRequested();    ///< show the training page
    void importRequested();   ///< there is no project yet
    void reportRequested();   ///< show the import report
    void relocateRequested(); ///< the pictures are somewhere else now

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
