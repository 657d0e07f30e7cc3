#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace core {

/// Cuts texts into words, as wordsOf() says. Holds ICU's rules and its buffers from text to text:
/// keep one for many texts. Not thread-safe: one object a thread.
class WordScanner {
public:
    WordScanner();
    WordScanner(const WordScanner&) = delete;
    WordScanner& operator=(const WordScanner&) = delete;
    WordScanner(WordScanner&&) = delete;
    WordScanner& operator=(WordScanner&&) = delete;
    ~WordScanner();

    /// Calls visit(word) for each word in order; the view lives until it returns.
    void scan(std::string_view text, const std::function<void(std::string_view)>& visit);

private:
    struct Rules;
    std::unique_ptr<Rules> m_rules;
    std::u16string m_text;
    std::u16string m_spare;
    std::string m_word;
};

} // namespace core
