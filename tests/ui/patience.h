#pragma once

#include <QTest>

/// How long a test waits for what must come, in milliseconds: generous, because nothing is
/// measured.
inline constexpr int kPatienceMs = 60'000;

/// Runs the event loop until `holds()` is true; false where it never was.
template <typename Condition>
bool waitUntil(Condition holds)
{
    return QTest::qWaitFor(holds, kPatienceMs);
}

/// Runs what was posted up to now, deferred deletions too.
inline void runPostedEvents()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}
