#pragma once

#include <QString>

namespace ui {

class EmptyPage;

/// Why there are no senses to show.
struct NoSenses {
    bool project = false; ///< one is open
    bool run = false;     ///< there is one
    QString failure;      ///< empty: none
    QString busy;         ///< what is being done meanwhile
};

/// Says why, and what to do next.
void sayWhyEmpty(EmptyPage& page, const NoSenses& why);

} // namespace ui
