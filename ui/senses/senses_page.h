#pragma once

#include "core/study/senses.h"
#include "core/study/trust.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace ui {

/// The senses of one run: popular ones at the left, unpopular ones at the right, a card each; one
/// of them opened shows its images, words, mean and popularity. Escape returns to the cards.
class SensesPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SensesPage)

public:
    /// loader   shared by all pages; outlives this
    explicit SensesPage(ThumbnailLoader& loader, QWidget* parent = nullptr);
    ~SensesPage() override;

    void setProject(const core::Project& project); ///< forgets runs and senses
    void clearProject();
    void setRuns(const std::vector<core::RunInfo>& runs);
    /// Selects a run; where it is another one than before, sensesRequested() follows.
    void setCurrentRun(const QString& run);
    QString currentRun() const; ///< empty: none

    void showSenses(const core::Senses& senses); ///< ignored where of another run
    /// In the order of the senses, as core::senseMeans gives them; empty pictures are left blank.
    void showMeans(const std::vector<core::MeanImage>& means);
    /// Of every sense of `run`, in order; ignored where another run is shown.
    void showTrust(const QString& run, const std::vector<core::SenseTrust>& trust);
    void showTrustFailed(const QString& message);
    void showBusy(const QString& what); ///< until senses or a failure are shown
    void showFailed(const QString& message);
    void openSense(const core::SenseId& sense);
    void showOverview(); ///< the cards

Q_SIGNALS:
    void sensesRequested(const QString& run, const core::SensesOptions& options);
    void meansRequested(const QString& run, core::Split split, int count);
    /// seeds   other trainings that stability is measured on, or 0
    void trustRequested(const QString& run, core::Split split, int seeds);
    void senseRenamed(const QString& run, const core::SenseId& sense, const QString& name);
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);
    /// A contact sheet of these images.
    void contactSheetRequested(const std::vector<core::ImageKey>& images);
    /// One contact sheet a sense, of the senses as they are shown.
    void contactSheetsRequested(const core::Senses& senses);
    void trainRequested();  ///< there is no run yet: show the training page
    void importRequested(); ///< there is no project yet

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
