// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/health/detail/answer_tally.hpp>
#include <fealty/health/detail/group_labels.hpp>
#include <fealty/health/detail/state_bytes.hpp>
#include <fealty/survival/detail/life_table_bytes.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

namespace fealty::health::detail {

inline void write_answers(ByteWriter& to, const AnswerTallies& tallies) {
  to.write(static_cast<std::uint8_t>(tallies.kind));
  write_option(to, days_of(tallies.options.as_of));
  write_option(to, tallies.options.window_days);
  to.write(static_cast<std::uint8_t>(tallies.options.counted));
  survival::detail::write_texts(to, tallies.options.by);
  to.write(tallies.options.confidence);
  to.write(static_cast<std::uint8_t>(tallies.scale ? 1 : 0));
  to.write(tallies.scale.value_or(SurveyScale{0, 0}).low);
  to.write(tallies.scale.value_or(SurveyScale{0, 0}).high);
  to.write(tallies.without_user);
  to.write(static_cast<std::uint64_t>(tallies.groups.size()));
  for (const auto& [label, tally] : tallies.groups) {
    survival::detail::write_label(to, label);
    to.write(tally.answers);
    to.write(static_cast<std::uint64_t>(tally.scores.size()));
    for (const auto& [score, count] : tally.scores) {
      to.write(score);
      to.write(count);
    }
  }
}

template <class Enum>
Enum read_enum(ByteReader& from) {
  const auto value = from.read<std::uint8_t>();
  if (value >= enum_names(Enum{}).size()) from.refuse("has a setting that there is not");
  return static_cast<Enum>(value);
}

inline AnswerTally read_answer_tally(ByteReader& from, const SurveyScale& scale, SurveyKind kind) {
  AnswerTally tally;
  tally.answers = read_rows(from);
  std::int64_t left = tally.answers;
  for (auto scores = from.read<std::uint64_t>(); scores > 0; --scores) {
    const auto score = from.read<double>();
    if (!(score >= scale.low && score <= scale.high) ||
        (kind == SurveyKind::nps && score != std::floor(score)))
      from.refuse("has a score that is not on its scale");
    const std::int64_t count = read_rows(from);
    if (count == 0 || count > left) from.refuse("has more scores than answers");
    left -= count;
    if (!tally.scores.emplace(score, count).second) from.refuse("has a score twice");
  }
  if (tally.scores.empty() && tally.answers > 0) from.refuse("has answers without scores");
  return tally;
}

inline AnswerTallies read_answers(ByteReader& from) {
  AnswerTallies tallies;
  tallies.kind = read_enum<SurveyKind>(from);
  tallies.options.as_of = read_date(from);
  tallies.options.window_days = read_option<std::int32_t>(from);
  tallies.options.counted = read_enum<CountedAnswers>(from);
  tallies.options.by = survival::detail::read_texts(from);
  tallies.options.confidence = from.read<double>();
  const auto known = from.read<std::uint8_t>();
  SurveyScale scale{};
  scale.low = from.read<double>();
  scale.high = from.read<double>();
  if (known > 1 || (known == 1 && !(-1000 <= scale.low && scale.low < scale.high && scale.high <= 1000)))
    from.refuse("has a scale that is none");
  if (known == 1) tallies.scale = scale;
  tallies.without_user = read_rows(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    GroupLabel label = survival::detail::read_label(from);
    if (known == 0 || (tallies.options.by.empty() && label.index() != 2))
      from.refuse("has a group that there is not");
    AnswerTally tally = read_answer_tally(from, scale, tallies.kind);
    if (!tallies.groups.emplace(std::move(label), std::move(tally)).second) from.refuse("has a group twice");
  }
  if (mixed_labels(tallies.groups, {})) from.refuse("has groups that are integers and texts");
  if (tallies.without_user > tallies.answers()) from.refuse("has more answers without a user than answers");
  return tallies;
}

}  // namespace fealty::health::detail
