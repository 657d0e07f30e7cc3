#include "ui/closing_question.h"

#include "ui/main_window.h"
#include "ui/session/training_session.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

ClosingQuestion::ClosingQuestion(MainWindow& window, TrainingSession& training)
    : QObject(&window)
    , m_window(window)
    , m_training(training)
{
    window.installEventFilter(this);
    connect(&training, &TrainingSession::runningChanged, this, [this](bool running) {
        if (!running && (m_box != nullptr || m_keeping))
            close();
    });
    connect(&training, &TrainingSession::failed, this, [this] {
        m_keeping = false; // the reason is to be read
        if (m_box != nullptr)
            m_box->close();
    });
}

bool ClosingQuestion::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_window || event->type() != QEvent::Close || m_leaving
        || !m_training.running())
        return QObject::eventFilter(watched, event);
    event->ignore();
    if (m_box == nullptr)
        ask();
    return true;
}

void ClosingQuestion::ask()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Sensescope"),
                                tr("A training is under way."), QMessageBox::NoButton, &m_window);
    box->setInformativeText(tr("Keep what it has learned so far as a run, or throw it away?"));
    auto* keep = box->addButton(tr("&Stop and keep"), QMessageBox::AcceptRole);
    auto* drop = box->addButton(tr("&Throw away"), QMessageBox::DestructiveRole);
    auto* stay = box->addButton(tr("&Go on training"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(stay);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_keeping = true;
        m_training.stop();
    });
    connect(stay, &QPushButton::clicked, this, [this] { m_keeping = false; });
    connect(drop, &QPushButton::clicked, this, &ClosingQuestion::close);
    m_box = box;
    box->open();
}

void ClosingQuestion::close()
{
    m_leaving = true;
    if (m_box != nullptr)
        m_box->close();
    m_window.close();
}

} // namespace ui
