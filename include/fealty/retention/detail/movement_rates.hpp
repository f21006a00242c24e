// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace fealty::retention::detail {

/// What movements retain of an opening, whoever moved.
struct Flow {
  std::int64_t opening = 0, net = 0, gross = 0;
};

/// \param reactivation  whether returning MRR is retained
/// \param exchange      whether rates of exchange that move are
inline Flow flow_of(const revenue::LedgerPeriods& periods, std::size_t period, bool reactivation,
                    bool exchange) {
  const std::int64_t opening = periods.opening.minor[period];
  const std::int64_t moved = exchange ? periods.exchange.minor[period] : 0;
  const std::int64_t lost = periods.contraction.minor[period] + periods.churn.minor[period];
  const std::int64_t won =
      periods.expansion.minor[period] + (reactivation ? periods.reactivation.minor[period] : 0);
  return {opening, opening + moved + won - lost, opening + moved - lost};
}

/// The flow of a window: that of its opening, with what its periods lost and won.
inline Flow window_flow(const revenue::LedgerPeriods& periods, std::size_t period, std::size_t window,
                        bool reactivation, bool exchange) {
  Flow sum{periods.closing.minor[period - window], 0, 0};
  sum.net = sum.gross = sum.opening;
  for (std::size_t i = period - window + 1; i <= period; ++i) {
    const Flow flow = flow_of(periods, i, reactivation, exchange);
    sum.net += flow.net - flow.opening;
    sum.gross += flow.gross - flow.opening;
  }
  return sum;
}

/// The product of the rates of a window's periods; none when one has no opening.
template <class Part>
double chained(const revenue::LedgerPeriods& periods, std::size_t period, std::size_t window,
               bool reactivation, bool exchange, Part part) {
  double product = 1;
  for (std::size_t i = period - window + 1; i <= period; ++i) {
    const Flow flow = flow_of(periods, i, reactivation, exchange);
    product *= rate(flow.*part, flow.opening);
  }
  return product;
}

/// The mean of the periods' rates, each compounded to the window.
inline double mean_annualized(const revenue::LedgerPeriods& periods, std::size_t period, std::size_t window,
                              bool reactivation, bool exchange) {
  double sum = 0;
  for (std::size_t i = period - window + 1; i <= period; ++i) {
    const Flow flow = flow_of(periods, i, reactivation, exchange);
    sum += std::pow(rate(flow.net, flow.opening), static_cast<double>(window));
  }
  return sum / static_cast<double>(window);
}

/// The rate of all openings of the window together, compounded to it.
inline double weighted(const revenue::LedgerPeriods& periods, std::size_t period, std::size_t window,
                       bool reactivation, bool exchange) {
  Flow sum;
  for (std::size_t i = period - window + 1; i <= period; ++i) {
    const Flow flow = flow_of(periods, i, reactivation, exchange);
    sum.opening += flow.opening;
    sum.net += flow.net;
  }
  return std::pow(rate(sum.net, sum.opening), static_cast<double>(window));
}

/// What a rate retains of a base, to the nearest minor unit; 0 where there is no rate.
inline std::int64_t part_of(const char* who, double rate, std::int64_t base) {
  const double part = std::nearbyint(rate * static_cast<double>(base));
  if (std::isnan(part)) return 0;
  if (!(std::abs(part) < 0x1p63))
    throw Overflow({.who = who,
                    .what = "rate",
                    .where = {},
                    .value = fmt::format("{}", rate),
                    .rule = "of the base is beyond 64 bits of minor units"});
  return static_cast<std::int64_t>(part);
}

}  // namespace fealty::retention::detail
