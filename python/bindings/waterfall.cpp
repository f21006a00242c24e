// SPDX-License-Identifier: MIT
#include "waterfall.hpp"

#include <fealty/core/date.hpp>
#include <fealty/core/money.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace fealty::python {

namespace {

constexpr std::size_t most_periods = 12;
constexpr double bar = 46, gap = 16, height = 110, top = 16;  // pixels

struct Step {
  const char* name;
  const char* color;  // dark gains and light losses, apart for the color-blind too
  double from, to;
};

/// 1234567 as 1.23M.
std::string brief(double amount) {
  constexpr std::array<const char*, 5> units{"", "k", "M", "G", "T"};
  if (amount == 0) return "0";  // and not -0
  std::size_t unit = 0;
  for (; std::abs(amount) >= 1000 && unit + 1 < units.size(); ++unit) amount /= 1000;
  return fmt::format("{:.{}f}{}", amount, unit == 0 || std::abs(amount) >= 100 ? 0 : 2, units[unit]);
}

std::vector<Step> steps(const revenue::LedgerPeriods& periods, std::size_t first, std::size_t last) {
  const auto exponent = static_cast<std::size_t>(periods.opening.currency.exponent);
  const auto unit = static_cast<double>(fealty::detail::powers_of_ten[exponent]);
  const auto sum = [&](const MoneyColumn& column) {
    double total = 0;
    for (std::size_t i = first; i <= last; ++i) total += static_cast<double>(column.minor[i]);
    return total / unit;
  };
  const double opening = static_cast<double>(periods.opening.minor[first]) / unit;
  const double closing = static_cast<double>(periods.closing.minor[last]) / unit;
  std::vector<Step> all{{"opening", "#595959", 0, opening}};
  double level = opening;
  const auto move = [&](const char* name, const char* color, double change) {
    all.push_back({name, color, level, level + change});
    level += change;
  };
  move("new business", "#0072B2", sum(periods.new_business));
  move("reactivation", "#56B4E9", sum(periods.reactivation));
  move("expansion", "#009E73", sum(periods.expansion));
  move("contraction", "#E69F00", -sum(periods.contraction));
  move("churn", "#D55E00", -sum(periods.churn));
  if (const double exchange = sum(periods.exchange); exchange != 0) move("exchange", "#CC79A7", exchange);
  all.push_back({"closing", "#595959", 0, closing});
  return all;
}

}  // namespace

std::string waterfall(const revenue::LedgerPeriods& periods) {
  std::size_t after = periods.complete.size();
  while (after > 0 && periods.complete[after - 1] == 0) --after;
  if (after == 0) return "";
  const std::size_t first = after - std::min(after, most_periods);
  const auto all = steps(periods, first, after - 1);
  double highest = 0;
  for (const Step& step : all) highest = std::max({highest, step.from, step.to});
  if (highest <= 0) return "";
  const auto y = [&](double level) { return top + height * (1 - level / highest); };

  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{0}\" height=\"{1}\" "
      "viewBox=\"0 0 {0} {1}\" "
      "font-family=\"sans-serif\" font-size=\"10\" text-anchor=\"middle\">\n<title>MRR in {2}, {3} to "
      "{4}</title>\n",
      static_cast<double>(all.size()) * (bar + gap), top + height + 18, periods.opening.currency.code(),
      to_string(Date{periods.period.days[first]}), to_string(Date{periods.period_end.days[after - 1]}));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Step& step = all[i];
    const double x = gap / 2 + static_cast<double>(i) * (bar + gap);
    const double change = step.to - step.from;
    svg += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\" fill=\"{}\"/>"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" fill=\"currentColor\">{}</text>"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" fill=\"currentColor\">{}</text>\n",
        x, y(std::max(step.from, step.to)), bar, std::max(std::abs(change) / highest * height, 0.5),
        step.color, x + bar / 2, y(std::max(step.from, step.to)) - 4, brief(change), x + bar / 2,
        top + height + 13, step.name);
  }
  return svg + "</svg>\n";
}

}  // namespace fealty::python
