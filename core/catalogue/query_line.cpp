#include "core/catalogue/query_line.h"

#include "core/error.h"

#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

namespace core {

namespace {

constexpr std::size_t kMostDepth = 100;
constexpr std::string_view kOperatorCharacters = "=!<>~";

struct Token {
    enum class Kind { Word, Quoted, Operator, Open, Close, End };
    Kind kind = Kind::End;
    std::string text;
};

bool isSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

[[noreturn]] void refuse(const std::string& what)
{
    throw Error(what + " Write for instance: views > 100 and text ~ \"cat\".");
}

Token quoted(std::string_view line, std::size_t& at)
{
    const auto end = line.find('"', at + 1);
    if (end == std::string_view::npos)
        refuse("The quote that begins at " + std::string(line.substr(at, 20)) + " has no end.");
    Token token{Token::Kind::Quoted, std::string(line.substr(at + 1, end - at - 1))};
    at = end + 1;
    return token;
}

Token operatorToken(std::string_view line, std::size_t& at)
{
    const bool two = at + 1 < line.size() && line[at + 1] == '=' && line[at] != '~';
    Token token{Token::Kind::Operator, std::string(line.substr(at, two ? 2 : 1))};
    at += token.text.size();
    if (token.text == "==")
        token.text = "=";
    return token;
}

std::vector<Token> tokensOf(std::string_view line)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (isSpace(c)) {
            ++at;
        } else if (c == '"') {
            tokens.push_back(quoted(line, at));
        } else if (c == '(' || c == ')') {
            tokens.push_back(
                {c == '(' ? Token::Kind::Open : Token::Kind::Close, std::string(1, c)});
            ++at;
        } else if (kOperatorCharacters.find(c) != std::string_view::npos) {
            tokens.push_back(operatorToken(line, at));
        } else {
            const auto begin = at;
            while (at < line.size() && !isSpace(line[at]) && line[at] != '"' && line[at] != '('
                   && line[at] != ')'
                   && kOperatorCharacters.find(line[at]) == std::string_view::npos)
                ++at;
            tokens.push_back({Token::Kind::Word, std::string(line.substr(begin, at - begin))});
        }
    }
    tokens.emplace_back();
    return tokens;
}

std::optional<Comparison> comparisonOf(const std::string& text)
{
    static constexpr std::array<std::pair<std::string_view, Comparison>, 7> kComparisons = {
        {{"=", Comparison::Equal},
         {"!=", Comparison::Unequal},
         {"<", Comparison::Less},
         {"<=", Comparison::LessOrEqual},
         {">", Comparison::Greater},
         {">=", Comparison::GreaterOrEqual},
         {"~", Comparison::Contains}}};
    for (const auto& [written, comparison] : kComparisons) {
        if (written == text)
            return comparison;
    }
    return std::nullopt;
}

std::unique_ptr<QueryNode> joined(QueryNode::Kind kind, std::unique_ptr<QueryNode> left,
                                  std::unique_ptr<QueryNode> right)
{
    auto node = std::make_unique<QueryNode>();
    node->kind = kind;
    node->operands.push_back(std::move(left));
    if (right)
        node->operands.push_back(std::move(right));
    return node;
}

/// Recursive descent: or, and, not, term.
class Parser {
public:
    explicit Parser(std::string_view line)
        : m_tokens(tokensOf(line))
    {
    }

    std::unique_ptr<QueryNode> line()
    {
        auto node = either();
        if (token().kind != Token::Kind::End)
            refuse("\"" + token().text
                   + "\" follows a finished condition: join them by and or or.");
        return node;
    }

private:
    const Token& token() const { return m_tokens[m_at]; }

    Token take() { return m_tokens[m_at++]; }

    bool takeWord(std::string_view word)
    {
        if (token().kind != Token::Kind::Word || token().text.size() != word.size())
            return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (std::tolower(static_cast<unsigned char>(token().text[i])) != word[i])
                return false;
        }
        ++m_at;
        return true;
    }

    std::unique_ptr<QueryNode> either()
    {
        auto node = both();
        while (takeWord("or"))
            node = joined(QueryNode::Kind::Or, std::move(node), both());
        return node;
    }

    std::unique_ptr<QueryNode> both()
    {
        auto node = negation();
        while (takeWord("and"))
            node = joined(QueryNode::Kind::And, std::move(node), negation());
        return node;
    }

    // NOLINTNEXTLINE(misc-no-recursion): as deep as the line's parentheses, which are limited
    std::unique_ptr<QueryNode> negation()
    {
        if (++m_depth > kMostDepth)
            refuse("The line has too many parentheses.");
        std::unique_ptr<QueryNode> node;
        if (takeWord("not")) {
            node = joined(QueryNode::Kind::Not, negation(), nullptr);
        } else if (token().kind == Token::Kind::Open) {
            ++m_at;
            node = either();
            if (token().kind != Token::Kind::Close)
                refuse("A parenthesis is not closed.");
            ++m_at;
        } else {
            node = term();
        }
        --m_depth;
        return node;
    }

    std::unique_ptr<QueryNode> term()
    {
        if (token().kind != Token::Kind::Word && token().kind != Token::Kind::Quoted)
            refuse(token().kind == Token::Kind::End
                       ? "The line ends where a condition is expected."
                       : "A field is expected before \"" + token().text + "\".");
        auto node = std::make_unique<QueryNode>();
        node->field = take().text;
        const auto comparison =
            token().kind == Token::Kind::Operator ? comparisonOf(token().text) : std::nullopt;
        if (!comparison)
            refuse("One of = != < <= > >= ~ is expected after \"" + node->field + "\".");
        node->comparison = *comparison;
        ++m_at;
        if (token().kind != Token::Kind::Word && token().kind != Token::Kind::Quoted)
            refuse("A value is expected after \"" + node->field + "\".");
        node->value = take().text;
        return node;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
};

} // namespace

bool isQueryLine(std::string_view line)
{
    bool inQuotes = false;
    for (const char c : line) {
        if (c == '"')
            inQuotes = !inQuotes;
        else if (!inQuotes && kOperatorCharacters.find(c) != std::string_view::npos && c != '!')
            return true;
    }
    return false;
}

std::unique_ptr<QueryNode> parseQueryLine(std::string_view line)
{
    return Parser(line).line();
}

} // namespace core
