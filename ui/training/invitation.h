#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// What an empty page says: what is missing, what to do next, and the button that does it.
class Invitation final : public QWidget {
    Q_OBJECT

public:
    explicit Invitation(QWidget* parent = nullptr);

    /// button   empty: there is nothing to press
    void invite(const QString& heading, const QString& sentence, const QString& button);

Q_SIGNALS:
    void accepted();

private:
    QLabel* m_heading;
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace ui
