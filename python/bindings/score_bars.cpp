// SPDX-License-Identifier: MIT
#include "score_bars.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "results.hpp"

namespace fealty::python {

namespace {

using health::ChangeReason;
using health::ScoreLine;

constexpr std::size_t most_bars = 30;
constexpr double bar = 14, row_height = 20, names = 190, width = 300, beside = 150;  // pixels
constexpr const char* gain = "#0072B2";  // apart for the color-blind too
constexpr const char* loss = "#D55E00";
constexpr const char* total = "#7F7F7F";

struct Row {
  std::string name;
  std::int64_t from, to;  // micro-points
  std::string text;
  const char* color;
  bool adjusts = false;  // no measure: drawn paler, with an edge
};

/// Millionths of a point with at most two digits, and with all where these say nothing.
std::string points(std::int64_t micro) {
  const double size = std::abs(static_cast<double>(micro)) / 1e6;
  std::string text = fmt::format("{:.{}f}", size, size < 0.005 ? 6 : 2);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return (micro < 0 ? "−" : micro > 0 ? "+" : "") + text;
}

Row move(std::string name, std::int64_t& level, std::int64_t micro) {
  Row row{escaped(name), level, level + micro, points(micro), micro < 0 ? loss : gain};
  level += micro;
  return row;
}

std::string svg_of(const std::string& title, const std::vector<Row>& rows) {
  std::int64_t low = rows.front().from, high = low;
  for (const Row& row : rows) {
    low = std::min({low, row.from, row.to});
    high = std::max({high, row.from, row.to});
  }
  const double span = high > low ? static_cast<double>(high - low) : 1;
  const auto x = [&](std::int64_t level) { return names + width * static_cast<double>(level - low) / span; };
  const double all = names + width + beside;
  const double height = row_height * static_cast<double>(rows.size());
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{0}\" height=\"{1}\" "
      "viewBox=\"0 0 {0} {1}\" font-family=\"sans-serif\" font-size=\"11\">\n<title>{2}</title>\n",
      all, height, escaped(title));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const double y = row_height * static_cast<double>(i), left = x(std::min(row.from, row.to));
    const double right = x(std::max(row.from, row.to));
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\" fill=\"currentColor\">{}</text>",
                       names - 6, y + 14, row.name);
    if (row.from != row.to || row.color == total)
      svg += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\" fill=\"{}\"{}/>",
                         left, y + 3, std::max(right - left, 1.0), bar, row.color,
                         row.adjusts ? fmt::format(" fill-opacity=\".4\" stroke=\"{}\"", row.color) : "");
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" fill=\"currentColor\">{}</text>\n", right + 5, y + 14,
                       row.text);
  }
  return svg + "</svg>\n";
}

/// The lines with the largest changes, in their order; the others become one.
template <class Name>
void add_moves(std::vector<Row>& rows, std::int64_t& level, const std::vector<std::size_t>& lines,
               const std::vector<std::int64_t>& micro, Name name) {
  std::vector<std::size_t> kept = lines;
  std::stable_sort(kept.begin(), kept.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(micro[a]) > std::abs(micro[b]); });
  kept.resize(std::min(kept.size(), most_bars));
  std::sort(kept.begin(), kept.end());
  std::int64_t rest = 0;
  for (const std::size_t line : lines)
    if (!std::binary_search(kept.begin(), kept.end(), line)) rest += micro[line];
  for (const std::size_t line : kept) rows.push_back(name(line, level));
  if (kept.size() < lines.size())
    rows.push_back(move(fmt::format("{} others", lines.size() - kept.size()), level, rest));
}

}  // namespace

std::string score_text(double score, const std::string& band) {
  return std::isnan(score) ? "unknown"
         : band.empty()    ? fmt::format("{}", score)
                           : fmt::format("{} {}", score, band);
}

std::string score_bars(const health::Explanation& explanation) {
  std::vector<std::size_t> measures, others;
  for (std::size_t i = 0; i < explanation.line.size(); ++i)
    if (explanation.line[i] == ScoreLine::measure) measures.push_back(i);
    else if (explanation.micro_points[i] != 0) others.push_back(i);
  if (measures.empty() && others.empty()) return "";
  std::vector<Row> rows;
  std::int64_t level = 0;
  const auto name = [&](std::size_t line, std::int64_t& at) {
    const bool is_measure = explanation.line[line] == ScoreLine::measure;
    const auto kind = enum_names(ScoreLine{})[static_cast<std::size_t>(explanation.line[line])];
    const std::string& of = explanation.measure[line];
    Row row = move(is_measure   ? of
                   : of.empty() ? std::string(kind)
                                : fmt::format("{}: {}", kind, of),
                   at, explanation.micro_points[line]);
    row.adjusts = !is_measure;
    if (is_measure && explanation.counts[line] == 0) {
      const char* why = std::isnan(explanation.value[line]) ? "not observed" : "does not count";
      row.text = row.from == row.to ? why : fmt::format("{}, {}", row.text, why);
      row.adjusts = true;
    }
    return row;
  };
  add_moves(rows, level, measures, explanation.micro_points, name);
  add_moves(rows, level, others, explanation.micro_points, name);
  const bool known = !std::isnan(explanation.score);
  const std::string text = known ? escaped(score_text(explanation.score, explanation.band)) : "no score";
  rows.push_back({known ? "score" : "observed so far", 0, explanation.score_micro, text, total, !known});
  return svg_of(fmt::format("Score of {}", explanation.account), rows);
}

std::string score_bars(const health::ScoreChange& change) {
  if (change.change.empty()) return "";
  std::vector<std::size_t> steps(change.change.size());
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = i;
  std::vector<Row> rows;
  std::int64_t level = 0;
  const auto name = [&](std::size_t step, std::int64_t& at) {
    const auto kind = enum_names(ChangeReason{})[static_cast<std::size_t>(change.change[step])];
    const std::string& of = change.measure[step];
    return move(of.empty() ? std::string(kind) : fmt::format("{}: {}", of, kind), at,
                change.micro_points[step]);
  };
  add_moves(rows, level, steps, change.micro_points, name);
  Row sum{"change", 0, change.change_micro, points(change.change_micro), total};
  rows.push_back(sum);
  return svg_of(fmt::format("Change of the score of {}", change.account), rows);
}

}  // namespace fealty::python
