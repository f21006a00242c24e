// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/health/logistic_partial.hpp>
#include <fealty/survival/detail/cox_partial_bytes.hpp>
#include <fealty/survival/detail/life_table_bytes.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline void write_totals(ByteWriter& to, const LogisticTotals& totals) {
  using survival::detail::write_sum;
  to.write(totals.accounts);
  to.write(totals.outcomes);
  write_sum(to, totals.weight);
  write_sum(to, totals.outcome_weight);
  to.write(static_cast<std::uint64_t>(totals.features.size()));
  for (const SurveyedFeature& feature : totals.features) {
    to.write(feature.term.kind);
    write_sum(to, feature.term.sum);
    write_sum(to, feature.term.squares);
    to.write(feature.least);
    to.write(feature.most);
    to.write(static_cast<std::uint64_t>(feature.term.levels.size()));
    for (const auto& [level, weight] : feature.term.levels) {
      survival::detail::write_label(to, level);
      write_sum(to, weight);
    }
  }
  to.write(static_cast<std::uint64_t>(totals.sums.size()));
  for (const DoubleSum& sum : totals.sums) write_sum(to, sum);
  to.write(totals.margins.least);
  to.write(totals.margins.most);
  to.write(static_cast<std::uint64_t>(totals.clusters.size()));
  for (const auto& [label, sums] : totals.clusters) {
    survival::detail::write_label(to, label);
    to.write_all(std::span<const double>(sums));
  }
}
inline SurveyedFeature read_feature(ByteReader& from) {
  using survival::detail::SurveyedTerm;
  SurveyedFeature feature;
  feature.term.kind = from.read<std::uint8_t>();
  if (feature.term.kind > SurveyedTerm::texts) from.refuse("has a feature of an unknown kind");
  feature.term.sum = survival::detail::read_sum(from);
  feature.term.squares = survival::detail::read_sum(from);
  feature.least = from.read<double>();
  feature.most = from.read<double>();
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    Label level = survival::detail::read_label(from);
    const DoubleSum weight = survival::detail::read_sum(from);
    if (!(weight.value() >= 0)) from.refuse("has a weight that is none");
    if (!feature.term.levels.emplace(std::move(level), weight).second) from.refuse("has a level twice");
  }
  if ((feature.term.kind == SurveyedTerm::texts) == feature.term.levels.empty())
    from.refuse("has levels that are none");
  return feature;
}
inline LogisticTotals read_totals(ByteReader& from) {
  LogisticTotals totals;
  totals.accounts = from.read<std::uint8_t>();
  if (totals.accounts > 2) from.refuse("has accounts of an unknown kind");
  totals.outcomes = survival::detail::read_count(from);
  totals.weight = survival::detail::read_sum(from);
  totals.outcome_weight = survival::detail::read_sum(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left)
    totals.features.push_back(read_feature(from));
  for (auto left = from.read<std::uint64_t>(); left > 0; --left)
    totals.sums.push_back(survival::detail::read_sum(from));
  totals.margins.least = from.read<double>();
  totals.margins.most = from.read<double>();
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    Label label = survival::detail::read_label(from);
    if (!totals.clusters.emplace(std::move(label), from.read_all<double>()).second)
      from.refuse("has an account twice");
  }
  return totals;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline std::vector<std::uint8_t> LogisticPartial::serialize() const {
  ByteWriter to("LogisticPartial", 1);
  to.write(number_);
  to.write(digest_);
  to.write(used_);
  to.write(left_out_);
  detail::write_totals(to, totals_);
  return to.take();
}
inline LogisticPartial LogisticPartial::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "LogisticPartial", 1);
  LogisticPartial found;
  found.number_ = from.read<std::int64_t>();
  if (found.number_ < 0) from.refuse("has a round that is none");
  found.digest_ = from.read<std::uint64_t>();
  found.used_ = survival::detail::read_count(from);
  found.left_out_ = survival::detail::read_count(from);
  found.totals_ = detail::read_totals(from);
  from.finish();
  return found;
}

}  // namespace fealty::health
