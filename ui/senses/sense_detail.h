#pragma once

#include "core/study/overview.h"
#include "core/study/senses.h"
#include "core/study/trust.h"
#include "ui/gallery/thumbnail_loader.h"
#include "ui/senses/words_file.h"

#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace ui {

class HistogramChart;
class ImageGrid;
class QuietLabel;
class SenseFacts;
class SenseNameEdit;
class TopList;
class TrustPanel;
class WordsView;

/// One sense opened: its top images large, its words, its mean and its popularity.
class SenseDetail final : public QWidget {
    Q_OBJECT

public:
    /// loader   outlives this
    explicit SenseDetail(ThumbnailLoader& loader, QWidget* parent = nullptr);

    void setProject(const core::Project& project);
    /// all   the popularity of all images in the run's measure; empty: not known
    void showSense(const core::Sense& sense, const core::Senses& senses,
                   const core::CountHistogram& all);
    void showMean(const core::Bitmap& mean); ///< empty: blank
    /// As TrustPanel's.
    void showTrust(const core::SenseTrust* trust, bool measuring);
    void showTrustFailed(const QString& message);
    void setName(const QString& name);
    const core::SenseId& id() const { return m_sense.id; }
    void focusImages();

Q_SIGNALS:
    void backRequested();
    void renamed(const QString& name);
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);
    void stabilityRequested();
    void wordsExportRequested(WordsFormat format);
    void contactSheetRequested(const std::vector<core::ImageKey>& images);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHeading();
    QWidget* makeSide();
    void makeImages();
    void showImages();
    void showHistogram(const core::CountHistogram& all);
    void colourSign();

    std::optional<core::Project> m_project;
    core::Sense m_sense;
    QLabel* m_sign;
    SenseNameEdit* m_name;
    QToolButton* m_export;
    QAction* m_sheet = nullptr; ///< in its menu
    QStackedWidget* m_images;   ///< one of the three below
    ImageGrid* m_grid;
    TopList* m_list;
    QuietLabel* m_none;
    QuietLabel* m_listNote;
    SenseFacts* m_facts;
    TrustPanel* m_trust;
    HistogramChart* m_histogram;
    WordsView* m_words;
};

} // namespace ui
