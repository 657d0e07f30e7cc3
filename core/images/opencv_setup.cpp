#include "core/images/opencv_setup.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/core/utils/logger.hpp>

namespace core {

void setUpOpenCv()
{
    static const bool done = [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        cv::setNumThreads(1);
        return true;
    }();
    static_cast<void>(done);
}

} // namespace core
