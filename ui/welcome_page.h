#pragma once

#include "data/sample.h"

#include <QWidget>

class QLabel;
class QLayout;
class QVBoxLayout;

namespace ui {

/// What a person sees first: what the program does, two samples, import, and recent projects.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecent(const QStringList& folders);
    /// While a sample is drawn or a project opened.
    void setWorking(bool working);

Q_SIGNALS:
    void sampleRequested(samples::Collection collection);
    void importTableRequested();
    void importFolderRequested();
    void openRequested();
    void projectChosen(const QString& folder);

private:
    QLayout* makeSamples();
    QLayout* makeOwn();

    QWidget* m_choices;
    QLabel* m_recentTitle;
    QVBoxLayout* m_recent;
};

} // namespace ui
