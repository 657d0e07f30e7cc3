#pragma once

#include <QLineEdit>

namespace ui {

/// A name that reads like a heading and is edited where it stands. Enter or leaving it keeps the
/// change, Escape takes it back; while empty it shows the sense's own name.
class SenseNameEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit SenseNameEdit(QWidget* parent = nullptr);

    /// given   the name by the user, empty: none
    void setNames(const QString& id, const QString& given);

Q_SIGNALS:
    void renamed(const QString& name); ///< trimmed, another than before
    void left();                       ///< by Enter or Escape: the focus may go elsewhere

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void keep();
    void showField(bool shown);

    QString m_given;
};

} // namespace ui
