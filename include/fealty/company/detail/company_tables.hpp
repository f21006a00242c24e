// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/company/detail/life.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// The table `costs`, by calendar month.
class CostsTable {
 public:
  explicit CostsTable(const World& world)
      : months_({world.first}, {world.until - 1}, Period::month), new_mrr_(months_.size()),
        mrr_(months_.size()) {}

  void append(const Life& life) {
    for (const SubscriptionRow& row : life.subscriptions) {
      const std::size_t from = months_.index(row.start);
      if (row.trial || from == months_.size()) continue;
      if (row.start == life.sale.start) new_mrr_[from] += row.mrr;
      for (std::size_t month = from; month < months_.size() && months_.last_day(month).days < row.end;
           ++month)
        mrr_[month] += row.mrr;
    }
  }

  /// Sales and marketing: 25.00 a month for each account, and nine times the new MRR; cost of goods: a fifth
  /// of the MRR at the month's end.
  Frame finish(std::int64_t accounts) && {
    std::vector<std::int32_t> period;
    for (std::size_t month = 0; month < months_.size(); ++month) {
      period.push_back(months_.start(month).days);
      new_mrr_[month] = 2'500 * accounts + 9 * new_mrr_[month];
      mrr_[month] /= 5;
    }
    Frame frame;
    frame.add("period", days(std::move(period)));
    frame.add("sales_and_marketing", cents(std::move(new_mrr_)));
    frame.add("cost_of_goods_sold", cents(std::move(mrr_)));
    return frame;
  }

 private:
  PeriodGrid months_;
  std::vector<std::int64_t> new_mrr_, mrr_;  // by month, minor units
};

inline constexpr std::array<std::string_view, 3> quoted{"EUR", "GBP", "JPY"};
inline constexpr std::array<std::int64_t, 3> first_rates{1'100'000'000, 1'300'000'000,
                                                         8'000'000};  ///< USD / 10^9

/// The table `exchange_rates`: at each month's end, a random walk between half and twice the first rate.
inline Frame exchange_rates(const World& world) {
  const PeriodGrid months({world.first}, {world.until - 1}, Period::month);
  Codes base;
  std::vector<std::int32_t> date;
  std::vector<double> rate;
  for (std::size_t currency = 0; currency < quoted.size(); ++currency) {
    Random random(world.seed, currency, Stream::exchange);
    std::int64_t billionths = first_rates[currency];
    for (std::size_t month = 0; month < months.size(); ++month) {
      billionths += billionths * random.triangular(25'000) / 1'000'000;
      billionths = std::clamp(billionths, first_rates[currency] / 2, first_rates[currency] * 2);
      base.push_back(code(currency));
      date.push_back(std::min(months.last_day(month).days, world.until - 1));
      rate.push_back(static_cast<double>(billionths) / 1'000'000'000);
    }
  }
  const std::size_t rows = base.size();
  Frame frame;
  frame.add("date", days(std::move(date)));
  frame.add("base", named_codes(std::move(base), quoted));
  frame.add("quote", same_text(rows, "USD"));
  frame.add("rate", Column<double>(std::move(rate)));
  return frame;
}

}  // namespace fealty::company::detail
