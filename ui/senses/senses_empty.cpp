#include "ui/senses/senses_empty.h"

#include "ui/senses/senses_page.h"
#include "ui/theme/empty_page.h"

namespace ui {

void sayWhyEmpty(EmptyPage& page, const NoSenses& why)
{
    if (!why.project)
        page.say(SensesPage::tr("No collection is open"),
                 SensesPage::tr("Import a collection of images with their counts, and its senses "
                                "of popularity will show here."),
                 SensesPage::tr("Import a collection…"));
    else if (!why.run)
        page.say(SensesPage::tr("Train a model first"),
                 SensesPage::tr("A model learns what popular and ignored images of this "
                                "collection look like. Each sense it learns gets a card here."),
                 SensesPage::tr("Train a model"));
    else if (!why.failure.isEmpty())
        page.say(SensesPage::tr("The senses cannot be shown"), why.failure,
                 SensesPage::tr("Try again"));
    else
        page.say(SensesPage::tr("Looking through the images…"), why.busy);
}

} // namespace ui
