#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class QuietLabel;

/// What a page shows while it has nothing to show: what is missing, what to do next, and the
/// button that does it.
class EmptyPage final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyPage(QWidget* parent = nullptr);

    /// button   empty: there is nothing to press
    void say(const QString& heading, const QString& sentence, const QString& button = {});
    void setButtonEnabled(bool enabled);

Q_SIGNALS:
    void accepted(); ///< the button was pressed

private:
    QLabel* m_heading;
    QuietLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace ui
