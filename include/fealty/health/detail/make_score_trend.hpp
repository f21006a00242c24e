// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/score_trend.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Reads the rows of one account after the other.
class TrendMaker {
 public:
  TrendMaker(const ScoreHistory& history, const ScoreTrendOptions& options) : h_(history) {
    if (options.window_days <= 0)
      throw InvalidInput({.who = "score_trend",
                          .what = "window_days",
                          .where = {},
                          .value = fmt::format("{}", options.window_days),
                          .rule = "is not above 0"});
    out_.window_days = options.window_days;
    const std::size_t rows = h_.score.size();
    for (std::size_t begin = 0, end = 0; begin < rows; begin = end) {
      while (end < rows && h_.account.codes()[end] == h_.account.codes()[begin]) ++end;
      add(begin, end);
    }
    if (rows == 0) return;
    out_.account = IdColumn(std::move(accounts_), h_.account.ids());
    out_.band = IdColumn(std::move(bands_), h_.band.ids());
    out_.previous_band = IdColumn(std::move(previous_), h_.band.ids());
  }
  ScoreTrend take() { return std::move(out_); }

 private:
  void add(std::size_t begin, std::size_t end) {
    accounts_.push_back(h_.account.codes()[begin]);
    out_.as_of.days.push_back(h_.as_of.days[end - 1]);
    out_.score.push_back(h_.score[end - 1]);
    add_slope(begin, end);
    add_bands(begin, end);
  }
  void add_slope(std::size_t begin, std::size_t end) {
    const std::int32_t last = h_.as_of.days[end - 1];
    std::vector<std::size_t> known;
    double days = 0, scores = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (std::isnan(h_.score[i]) || last - h_.as_of.days[i] > out_.window_days) continue;
      known.push_back(i);
      days += h_.as_of.days[i] - last;
      scores += h_.score[i];
    }
    const auto n = static_cast<double>(known.size());
    double squares = 0, products = 0;
    for (const std::size_t i : known) {
      const double day = h_.as_of.days[i] - last - days / n;
      squares += day * day;
      products += day * (h_.score[i] - scores / n);
    }
    const bool some = known.size() > 1;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    out_.slope.push_back(some ? 30 * products / squares : none);
    out_.change.push_back(some ? h_.score[known.back()] - h_.score[known.front()] : none);
    out_.scores.push_back(static_cast<std::int64_t>(known.size()));
  }
  void add_bands(std::size_t begin, std::size_t end) {
    const auto codes = h_.band.codes();
    std::size_t since = end - 1;
    while (since > begin && codes[since - 1] == codes[end - 1]) --since;
    bands_.push_back(codes[end - 1]);
    previous_.push_back(since > begin ? codes[since - 1] : no_id);
    out_.days_in_band.push_back(h_.as_of.days[end - 1] - h_.as_of.days[since]);
  }

  const ScoreHistory& h_;
  std::vector<std::uint32_t> accounts_, bands_, previous_;
  ScoreTrend out_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline ScoreTrend score_trend(const ScoreHistory& history, const ScoreTrendOptions& options) {
  return detail::TrendMaker(history, options).take();
}

}  // namespace fealty::health
