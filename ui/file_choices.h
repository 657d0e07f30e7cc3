#pragma once

#include "data/sample.h"

#include <QString>

#include <functional>

class QWidget;

namespace ui {

class Session;

/// Dialogs that ask for a file or folder without blocking; `chosen` is called with it, or never.
void chooseFolder(QWidget& window, const QString& title,
                  const std::function<void(const QString&)>& chosen);
void chooseTableFile(QWidget& window, const std::function<void(const QString&)>& chosen);
void chooseSheetFile(QWidget& window, const std::function<void(const QString&)>& chosen);

/// Opens `path` where it is a project; asks how to import it otherwise.
void openOrImport(QWidget& window, Session& session, const QString& path);
/// The sample's project in the user's documents: opened where it is, drawn where it is not.
void openSample(Session& session, samples::Collection collection);

void openPicture(const Session& session, qint64 key);
void showInFolder(const Session& session, qint64 key);

} // namespace ui
