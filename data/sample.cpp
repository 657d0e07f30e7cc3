#include "data/sample.h"

#include "data/emoji/emoji.h"
#include "data/hidden_application.h"
#include "data/output_folder.h"
#include "data/street/street.h"

#include <stdexcept>

namespace samples {

namespace {

SampleReport writeChosen(const OutputFolder& output, const SampleOptions& options,
                         const std::stop_token& stop, const core::ProgressObserver& observe)
{
    if (options.collection == Collection::Emoji)
        return writeEmoji(output, stop, observe);
    return writeStreet(output, {.images = options.images, .seed = options.seed}, stop, observe);
}

} // namespace

SampleReport writeSample(const std::filesystem::path& folder, const SampleOptions& options,
                         const std::stop_token& stop, const core::ProgressObserver& observe)
{
    if (options.collection == Collection::Street && options.images == 0)
        throw std::invalid_argument("a sample needs at least one image");
    core::throwIfStopped(stop);
    const HiddenApplication application;
    OutputFolder output(folder);
    auto report = writeChosen(output, options, stop, observe);
    core::throwIfStopped(stop);
    output.keep();
    return report;
}

} // namespace samples
