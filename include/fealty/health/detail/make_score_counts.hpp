// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/detail/state_bytes.hpp>
#include <fealty/health/score_counts.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health {

inline void ScoreCounts::update(const Examples& examples) {
  const detail::ExampleData& data = examples.data();
  const Column<double> scores = detail::score_column("ScoreCounts", examples, score_, "score");
  weighted_ = weighted_ || data.weight.present();
  for (std::size_t row = 0; row < data.size(); ++row) {
    if (std::isnan(scores[row])) {
      ++left_out_;
      continue;
    }
    // A zero has no sign here.
    ++counts_[{scores[row] + 0.0, data.weight.present() ? data.weight[row] : 1, data.outcome[row]}];
  }
}

inline void ScoreCounts::merge(const ScoreCounts& other) {
  detail::require_same("ScoreCounts", "score", score_, other.score_);
  left_out_ += other.left_out_;
  weighted_ = weighted_ || other.weighted_;
  for (const auto& [example, count] : other.counts_) counts_[example] += std::int64_t{count};
}

inline std::int64_t ScoreCounts::size() const {
  std::int64_t size = left_out_;
  for (const auto& [example, count] : counts_) size += count;
  return size;
}

inline Examples ScoreCounts::examples() const {
  const std::int64_t rows = size() - left_out_;
  if (rows > std::int64_t{1} << 31)
    throw InvalidInput({.who = "ScoreCounts",
                        .what = "examples",
                        .where = {},
                        .value = fmt::format("{}", rows),
                        .rule = "are more than 2^31, too many for a table"});
  std::vector<double> score, weight;
  std::vector<std::uint8_t> outcome;
  for (const auto& [example, count] : counts_) {
    score.insert(score.end(), static_cast<std::size_t>(count), example.score);
    outcome.insert(outcome.end(), static_cast<std::size_t>(count), example.outcome);
    if (weighted_) weight.insert(weight.end(), static_cast<std::size_t>(count), example.weight);
  }
  ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
  columns.attributes.add(score_, Column<double>(std::move(score)));
  if (weighted_) columns.weight = Column<double>(weight);
  return Examples(columns);
}

inline std::vector<std::uint8_t> ScoreCounts::serialize() const {
  ByteWriter to("ScoreCounts", 1);
  to.write_text(score_);
  to.write(left_out_);
  to.write(static_cast<std::uint8_t>(weighted_ ? 1 : 0));
  to.write(static_cast<std::uint64_t>(counts_.size()));
  for (const auto& [example, count] : counts_) {
    to.write(example.score);
    to.write(example.weight);
    to.write(example.outcome);
    to.write(count);
  }
  return to.take();
}

inline ScoreCounts ScoreCounts::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "ScoreCounts", 1);
  ScoreCounts state({.score = from.read_text()});
  state.left_out_ = detail::read_rows(from);
  const auto weighted = from.read<std::uint8_t>();
  if (weighted > 1) from.refuse("has a flag that is neither 0 nor 1");
  state.weighted_ = weighted == 1;
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    detail::CountedExample example{};
    example.score = from.read<double>() + 0.0;
    example.weight = from.read<double>();
    example.outcome = from.read<std::uint8_t>();
    if (!std::isfinite(example.score) || !(example.weight > 0 && example.weight <= 1e15) ||
        (weighted == 0 && example.weight != 1) || example.outcome > 1)
      from.refuse("has an example that is none");
    const std::int64_t count = detail::read_rows(from);
    if (count == 0) from.refuse("has a score without examples");
    if (!state.counts_.emplace(example, count).second) from.refuse("has a score twice");
  }
  from.finish();
  return state;
}

}  // namespace fealty::health
