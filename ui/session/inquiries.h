#pragma once

#include "core/study/browse.h"
#include "core/study/overview.h"
#include "core/study/predict.h"
#include "core/study/senses.h"
#include "core/study/trust.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

class Job;

/// Answers what the pages ask of the open project, on worker threads. A question of one kind
/// replaces the one before: only the newest is answered. Belongs to the window's thread.
class Inquiries final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inquiries)

public:
    explicit Inquiries(QObject* parent = nullptr);
    ~Inquiries() override; ///< cancels what runs and waits for it

    void setProject(const core::Project& project); ///< what was asked before stays unanswered
    void clearProject();
    /// The run that the inspector's scores are of; may be null.
    void setRun(const std::shared_ptr<const core::LoadedRun>& run);

    void askReport(); ///< which rows the import left out
    void askStatistics();
    void askHistogram(core::EngagementChoice engagement);
    void askImages(const core::BrowseRequest& request);
    void askMeans(core::EngagementChoice engagement, int count);
    void askSenses(const QString& run, const core::SensesOptions& options);
    void askSenseMeans(const QString& run, core::Split split, int count);
    /// seeds   other trainings that stability is measured on, or 0
    void askTrust(const QString& run, core::Split split, int seeds);
    void askComparison(const QString& first, const QString& second);
    void askPredictions(const QString& run);
    void askDetails(qint64 key); ///< picture, texts and score of one image, and what is like it
    void askContactSheet(const std::vector<core::ImageKey>& images, const QString& file);
    void askContactSheets(const core::Senses& senses, const QString& folder);

Q_SIGNALS:
    void report(const core::ImportLosses& losses); ///< the first 10,000 listed
    void statistics(const core::CollectionStatistics& statistics);
    void histogram(core::EngagementChoice engagement, const core::CountHistogram& histogram);
    void images(const std::vector<core::ImageKey>& images);
    void imagesFailed(const QString& message);
    void means(core::EngagementChoice engagement, const core::CollectionMeans& means);
    void meansFailed(const QString& message);
    void senses(const core::Senses& senses);
    void sensesFailed(const QString& message);
    void senseMeans(const std::vector<core::MeanImage>& means);
    void trust(const QString& run, const std::vector<core::SenseTrust>& trust);
    void trustFailed(const QString& message);
    void comparison(const QString& first, const QString& second,
                    const core::PairedComparison& comparison);
    void comparisonFailed(const QString& message);
    void predictions(const QString& run, const core::Predictions& predictions);
    void predictionsFailed(const QString& message);
    void picture(core::ImageKey key, const QImage& picture);
    void pictureFailed(core::ImageKey key, const QString& reason);
    void texts(core::ImageKey key, const std::vector<std::string>& texts);
    void score(core::ImageKey key, const QString& run,
               const std::optional<core::ImageScore>& score);
    void similar(core::ImageKey key, const std::vector<core::SimilarImage>& images);
    void written(const QString& where); ///< a contact sheet
    void failed(const QString& message);
    void jobStarted(ui::Job& job); ///< one that is worth showing progress of

private:
    enum class Kind {
        Report,
        Statistics,
        Histogram,
        Images,
        Means,
        Senses,
        SenseMeans,
        Trust,
        Comparison,
        Predictions,
        Picture,
        Texts,
        Score,
        Similar,
        Sheet
    };
    using Complaint = std::function<void(const QString&)>;

    template <typename Work, typename Done>
    void ask(Kind kind, const QString& title, Work work, Done done, const Complaint& complain);
    void forget(Job* job);
    void askPicture(core::ImageKey key);
    void askTexts(core::ImageKey key);
    void askScore(core::ImageKey key);
    void askSimilar(core::ImageKey key);

    std::optional<core::Project> m_project;
    std::shared_ptr<const core::LoadedRun> m_run;
    std::map<Kind, QPointer<Job>> m_jobs; ///< the newest of each kind
};

} // namespace ui
