#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

class QuietLabel;

/// Settings below each other: what is set at the left, its control at the right, and a line of
/// explanation under both. A control under the pointer takes the wheel only while it has the focus.
/// One that is reached by the letter of its label is scrolled into sight.
class FieldColumn final : public QWidget {
    Q_OBJECT

public:
    explicit FieldColumn(QWidget* parent = nullptr);

    /// control   becomes a child; its tool tip and accessible description are `note`
    /// Returns the explanation, for settings whose explanation changes.
    QuietLabel* addField(const QString& label, QWidget* control, const QString& note = {});
    /// The control takes the whole width, under its label.
    QuietLabel* addWideField(const QString& label, QWidget* control, const QString& note = {});
    void addHeading(const QString& text);
    void addWidget(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QuietLabel* finishField(QLabel* label, QWidget* control, const QString& note);
    void bringIntoSight(QWidget& control) const;

    QVBoxLayout* m_layout;
};

} // namespace ui
