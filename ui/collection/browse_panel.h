#pragma once

#include "core/study/browse.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QTimer;
class QToolButton;

namespace ui {

class FacetBar;
class ImageGrid;

/// All images of a collection as a grid, with search, order and size. Asks for keys, never computes
/// them.
class BrowsePanel final : public QWidget {
    Q_OBJECT

public:
    /// loader   outlives this
    explicit BrowsePanel(ThumbnailLoader& loader, QWidget* parent = nullptr);

    /// Asks for images at once. A project of the same folder keeps search and order.
    void setProject(const core::Project& project);
    void clear();
    void showFacets(const core::CollectionFacets& facets);
    void showImages(const std::vector<core::ImageKey>& images);
    void showFailed(const QString& message); ///< beneath the search line, until the next answer

Q_SIGNALS:
    /// Once after typing has paused, at once on Enter and on another order.
    void imagesRequested(const core::BrowseRequest& request);
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);
    void contactSheetRequested(const std::vector<core::ImageKey>& images);

private:
    void addSearch();
    void addOrder();
    void listSortFields();
    void setDescending(bool descending);
    void takeOrder(); ///< another field was chosen: the direction that suits it
    core::BrowseRequest request() const;
    void ask(); ///< unless the same was asked last
    QString captionOf(core::ImageKey key) const;

    core::Project m_project;
    std::optional<core::BrowseRequest> m_asked;
    QLineEdit* m_search;
    QTimer* m_pause;
    QLabel* m_error;
    QLabel* m_matches;
    QComboBox* m_order;
    QToolButton* m_direction;
    QSlider* m_size;
    FacetBar* m_facets;
    ImageGrid* m_grid;
};

} // namespace ui
