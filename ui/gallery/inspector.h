#pragma once

#include "core/study/predict.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace ui {

class ImageGrid;
class PictureView;
class QuietLabel;
class ResponseBars;
class ThumbnailLoader;

/// Everything known of one image: the picture large, counts and percentile, what a run says of it,
/// images that look like it, its texts, author and date. Shown at the right of the window while an
/// image is selected.
class Inspector final : public QWidget {
    Q_OBJECT

public:
    /// loader   outlives this
    explicit Inspector(ThumbnailLoader& loader, QWidget* parent = nullptr);

    void setProject(const core::Project& project); ///< shows nothing until showImage()
    /// What the collection itself knows is shown at once; the rest is asked for by wanted().
    void showImage(core::ImageKey key);
    void clear();
    std::optional<core::ImageKey> current() const { return m_key; }

    // Answers to wanted(); ignored where another image is shown by now.
    void showPicture(core::ImageKey key, const QImage& picture);
    void showPictureFailed(core::ImageKey key, const QString& reason);
    void showTexts(core::ImageKey key, const std::vector<std::string>& texts);
    /// run   named above the bars; nullopt score: the image has no features
    void showScore(core::ImageKey key, const QString& run,
                   const std::optional<core::ImageScore>& score);
    /// Nearest first; none are shown where the collection has no pictures.
    void showSimilar(core::ImageKey key, const std::vector<core::SimilarImage>& images);

    QSize sizeHint() const override;

Q_SIGNALS:
    void wanted(qint64 key);        ///< all that is asked for of this image, please
    void imageSelected(qint64 key); ///< one that looks like the shown one
    void closed();                  ///< Escape, or the cross at its top
    void openFileRequested(qint64 key);
    void showInFolderRequested(qint64 key);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHeading();
    QWidget* makeActions();
    QWidget* makeFacts();
    void showCounts();
    void showOrigin();

    std::optional<core::Project> m_project;
    std::optional<core::ImageKey> m_key;
    QLabel* m_title;
    PictureView* m_picture;
    QPushButton* m_open;
    QPushButton* m_folder;
    QLabel* m_counts;     ///< a table in rich text, of escaped names and numbers
    QuietLabel* m_origin; ///< author and date
    QLabel* m_run;
    QuietLabel* m_score;
    ResponseBars* m_bars;
    QLabel* m_similarTitle;
    ImageGrid* m_similar;
    QLabel* m_texts;
};

} // namespace ui
