// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/batch_days.hpp>
#include <fealty/adoption/usage_sketch.hpp>
#include <fealty/core/error.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption {

inline UsageSketch::UsageSketch(UsageSketchOptions options)
    : events_(detail::distinct(std::move(options.events))), by_(std::move(options.by)),
      cells_(options.precision, !by_.empty()) {
  if (options.precision < 4 || options.precision > 18)
    throw InvalidInput({.who = "UsageSketch",
                        .what = "precision",
                        .where = {},
                        .value = fmt::format("{}", options.precision),
                        .rule = "is not a number of bits from 4 to 18"});
  if (!by_.empty() && by_ != std::vector<std::string>{"account"})
    throw InvalidInput(
        {.who = "UsageSketch",
         .what = "by",
         .where = {},
         .value = fmt::format("{}", fmt::join(by_, ", ")),
         .rule = "is not \"account\"; segments are made of sketches by account when users are counted"});
}

inline double UsageSketch::std_error() const { return 1.04 / std::sqrt(std::ldexp(1.0, precision())); }

inline void UsageSketch::update(const Usage& usage) {
  const detail::UsageData& data = usage.data();
  if (data.rows == 0) return;
  detail::require_same_scope("UsageSketch", scope_, usage.user_scope());
  cells_.require_fitting("UsageSketch", data);
  cells_.add(data, detail::BatchDays("UsageSketch", data, events_));
  scope_ = usage.user_scope();
}

inline void UsageSketch::merge(const UsageSketch& other) {
  detail::require_same_names("UsageSketch", "events", "all", events_, other.events_);
  detail::require_same_names("UsageSketch", "by", "none", by_, other.by_);
  if (precision() != other.precision())
    throw InvalidInput({.who = "UsageSketch",
                        .what = "precision",
                        .where = {},
                        .value = fmt::format("{}", other.precision()),
                        .rule = fmt::format("is not this state's, which is {}", precision())});
  if (!other.scope_) return;
  detail::require_same_scope("UsageSketch", scope_, *other.scope_);
  cells_.require_fitting("UsageSketch", other.cells_);
  cells_.add(other.cells_);
  scope_ = other.scope_;
}

}  // namespace fealty::adoption
