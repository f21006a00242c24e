// SPDX-License-Identifier: MIT
// Results as text and as HTML: thousands separators, a currency where there is one, a dash where there is
// nothing.
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "arrays.hpp"
#include "results.hpp"

namespace fealty::python {

namespace {

constexpr std::string_view nothing = "–";
constexpr std::size_t most_rows = 30;    // more are cut out of the middle
constexpr std::size_t most_width = 120;  // wider tables are broken into several
constexpr std::size_t longest_text = 80;

std::string grouped(std::string digits) {
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}
std::string number(std::int64_t value) {
  const std::string digits = fmt::format("{}", value);
  return value < 0 ? "-" + grouped(digits.substr(1)) : grouped(digits);
}
std::string fixed(std::int64_t unscaled, std::int32_t scale) {
  std::string digits = fmt::format(
      "{:0{}}",
      unscaled < 0 ? 0 - static_cast<std::uint64_t>(unscaled) : static_cast<std::uint64_t>(unscaled),
      scale + 1);
  const std::size_t point = digits.size() - static_cast<std::size_t>(scale);
  return (unscaled < 0 ? "-" : "") + grouped(digits.substr(0, point)) +
         (scale == 0 ? "" : "." + digits.substr(point));
}
std::string real(double value) {
  if (std::isnan(value)) return std::string(nothing);
  if (std::isinf(value) || std::abs(value) >= 1e15) return fmt::format("{:g}", value);
  if (value != 0 && std::abs(value) < 5e-5) return fmt::format("{:.1e}", value);  // such as a p value
  const std::string digits = fmt::format("{:.4f}", std::abs(value));
  const std::size_t point = digits.find('.');
  return (value < 0 ? "-" : "") + grouped(digits.substr(0, point)) + digits.substr(point);
}
/// Whether real numbers are all whole, and read better without decimals.
bool is_whole(const FrameColumn& column) {
  const auto* const reals = std::get_if<Column<double>>(&column);
  if (reals == nullptr) return false;
  bool any = false;
  for (std::size_t row = 0; row < reals->size(); ++row) {
    const double value = (*reals)[row];
    if (!reals->valid(row) || std::isnan(value)) continue;
    if (!(std::abs(value) < 1e15) || value != std::floor(value)) return false;
    any = true;
  }
  return any;
}
/// A cell as people read it.
struct Shown {
  std::size_t row;
  bool whole = false;

  template <class T, class Write>
  std::string at(const Column<T>& column, Write write) const {
    return column.valid(row) ? write(column[row]) : std::string(nothing);
  }
  std::string operator()(const Column<std::int64_t>& column) const { return at(column, number); }
  std::string operator()(const Column<double>& column) const {
    return at(column, [&](double value) {
      return whole && !std::isnan(value) ? number(static_cast<std::int64_t>(value)) : real(value);
    });
  }
  std::string operator()(const DecimalColumn& column) const {
    return at(column.unscaled, [&](std::int64_t value) { return fixed(value, column.scale); });
  }
  std::string operator()(const Days& column) const {
    return at(column.days,
              [](std::int32_t day) { return day == open ? std::string(nothing) : to_string(Date{day}); });
  }
  std::string operator()(const Timestamps& column) const { return at(column.micros, instant); }
  std::string operator()(const Flags& column) const {
    return at(column.flags, [](std::uint8_t flag) { return std::string(flag != 0 ? "yes" : "no"); });
  }
  std::string operator()(const IdColumn& column) const {
    return column.codes()[row] == no_id ? std::string(nothing) : column.text(row);
  }
};

bool is_number(const FrameColumn& column) {
  if (const auto* ids = std::get_if<IdColumn>(&column))
    return ids->present() && ids->ids()->size() > 0 && !ids->ids()->is_text();
  return std::holds_alternative<Column<std::int64_t>>(column) ||
         std::holds_alternative<Column<double>>(column) || std::holds_alternative<DecimalColumn>(column);
}

/// Columns that a terminal shows a character in; every code point counts for one.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}
std::string shortened(std::string text) {
  if (width(text) <= longest_text) return text;
  std::size_t end = 0;
  for (std::size_t shown = 0; shown < longest_text - 1; ++shown) do
      ++end;
    while ((static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U);
  return text.substr(0, end) + "…";
}

/// The rows that are shown; the gap, if there is one, comes after `before_gap`.
struct Rows {
  std::vector<std::size_t> rows;
  std::size_t before_gap;

  explicit Rows(std::size_t n) : before_gap(n > most_rows ? most_rows / 2 : n) {
    for (std::size_t row = 0; row < n; ++row)
      if (n <= most_rows || row < most_rows / 2 || row >= n - most_rows / 2) rows.push_back(row);
  }
};

/// A column with its name above, padded to one width.
std::vector<std::string> padded(const ResultTable& table, std::size_t column, const Rows& rows) {
  const FrameColumn& values = table.frame.column(column);
  std::vector<std::string> cells{table.frame.name(column)};
  const bool whole = is_whole(values);
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    if (i == rows.before_gap) cells.emplace_back("…");
    cells.push_back(shortened(std::visit(Shown{rows.rows[i], whole}, values)));
  }
  std::size_t widest = 0;
  for (const auto& cell : cells) widest = std::max(widest, width(cell));
  for (auto& cell : cells)
    is_number(values) ? cell.insert(0, widest - width(cell), ' ') : cell.append(widest - width(cell), ' ');
  return cells;
}

std::string heading(const std::string& title, const ResultTable& table) {
  std::string units;
  for (const auto& unit : table.units)
    if (!unit.empty() && units.find(unit) == std::string::npos)
      units += (units.empty() ? ", amounts in " : ", ") + unit;
  const std::size_t rows = table.frame.rows();
  return fmt::format("{}: {} {}{}", title, number(static_cast<std::int64_t>(rows)),
                     rows == 1 ? "row" : "rows", units);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text)
    safe += c == '<'   ? "&lt;"
            : c == '>' ? "&gt;"
            : c == '&' ? "&amp;"
            : c == '"' ? "&quot;"
                       : std::string(1, c);
  return safe;
}

std::string text_of(const std::string& title, const ResultTable& table) {
  std::string text = heading(title, table);
  const Rows rows(table.frame.rows());
  std::vector<std::string> lines;
  const auto flush = [&] {
    for (auto& line : lines) {
      line.erase(line.find_last_not_of(' ') + 1);
      text += "\n" + line;
    }
  };
  std::vector<std::string> first;
  for (std::size_t column = 0; column < table.frame.size(); ++column) {
    const auto cells = padded(table, column, rows);
    if (column == 0) lines = first = cells;
    if (column == 0) continue;
    if (width(lines[0]) + 2 + width(cells[0]) > most_width) {
      flush();
      text += "\n";
      lines = first;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i] += "  " + cells[i];
  }
  flush();
  return text;
}

std::string html_of(const std::string& title, const ResultTable& table) {
  const Rows rows(table.frame.rows());
  std::string html = "<table class=\"fealty\">\n<caption style=\"text-align:left;white-space:nowrap\">" +
                     escaped(heading(title, table)) + "</caption>\n<thead><tr>";
  const auto style = [&](std::size_t column) {
    return is_number(table.frame.column(column))
               ? " style=\"text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums\""
               : " style=\"text-align:left;white-space:nowrap\"";
  };
  for (std::size_t column = 0; column < table.frame.size(); ++column) {
    const std::string& unit = column < table.units.size() ? table.units[column] : std::string();
    html += fmt::format("<th{}>{}{}</th>", style(column), escaped(table.frame.name(column)),
                        unit.empty() ? "" : "<br><small>" + escaped(unit) + "</small>");
  }
  html += "</tr></thead>\n<tbody>\n";
  std::vector<bool> whole;
  for (std::size_t column = 0; column < table.frame.size(); ++column)
    whole.push_back(is_whole(table.frame.column(column)));
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    if (i == rows.before_gap) html += fmt::format("<tr><td colspan=\"{}\">…</td></tr>\n", table.frame.size());
    html += "<tr>";
    for (std::size_t column = 0; column < table.frame.size(); ++column)
      html += fmt::format(
          "<td{}>{}</td>", style(column),
          escaped(shortened(std::visit(Shown{rows.rows[i], whole[column]}, table.frame.column(column)))));
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>";
}

}  // namespace fealty::python
