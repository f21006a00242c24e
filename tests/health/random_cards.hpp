// SPDX-License-Identifier: MIT
// Random scorecards and measures, and the score of one account as the handbook defines it, step by step.
#pragma once

#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/health/measure_table.hpp>
#include <fealty/health/scorecard.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace random_cards {

using namespace fealty;
using namespace fealty::health;

class Random {
 public:
  explicit Random(std::uint64_t seed) : bits_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(bits_.next() % static_cast<std::uint64_t>(high - low + 1));
  }
  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(bits_.next() >> 11) * 0x1p-53;
  }
  bool chance(double p) { return uniform(0, 1) < p; }

 private:
  fealty::detail::SplitMix64 bits_;
};

inline std::vector<TransformPoint> random_points(Random& random, std::size_t n, double low, double high) {
  std::vector<TransformPoint> points;
  double value = random.uniform(-1, 1);
  for (std::size_t i = 0; i < n; ++i) {
    points.push_back({.value = value, .points = random.uniform(low, high)});
    value += random.uniform(.1, 1);
  }
  return points;
}

/// The scale is [low, high]; `most` is how many points one measure of a sum may be worth.
inline Transform random_transform(Random& random, const ScorecardConfig& card, double most) {
  const bool sum = card.combination == Combination::sum;
  const double low = sum ? -most : card.scale_lower, high = sum ? most : card.scale_upper;
  Transform out;
  out.kind = static_cast<TransformKind>(random.between(0, 6));
  const auto count = static_cast<std::size_t>(random.between(2, 9));
  switch (out.kind) {
    case TransformKind::bands:
    case TransformKind::piecewise:
    case TransformKind::z_score:
      out.points = random_points(random, count, low, high);
      if (out.kind == TransformKind::z_score) {
        out.mean = random.uniform(-1, 1);
        out.std_dev = random.uniform(.5, 2);
      }
      break;
    case TransformKind::ratio:
      out.target_points = random.uniform(std::max(low, 1.0), high);
      if (random.chance(.5)) out.target = random.uniform(.5, 3);
      else out.of = "input";
      break;
    case TransformKind::growth:
      out.points = random_points(random, count, low, high);
      if (random.chance(.5)) out.baseline_days = static_cast<std::int32_t>(random.between(1, 3)) * 30;
      else out.baseline = "input";
      break;
    case TransformKind::percentile:
      for (std::size_t i = 0; i < 10; ++i) out.reference.push_back(std::round(random.uniform(-2, 4) * 4) / 4);
      break;
    case TransformKind::weight_of_evidence:
      out.offset = (low + high) / 2;
      out.factor = (high - low) / 4;
      out.points = random_points(random, count, -1, 1);
      if (random.chance(.5)) out.missing_evidence = random.uniform(-1, 1);
      break;
  }
  return out;
}

inline void random_policies(Random& random, const ScorecardConfig& card, double most, Measure& measure) {
  const bool sum = card.combination == Combination::sum;
  const double low = sum ? -most : card.scale_lower, high = sum ? most : card.scale_upper;
  if (!measure.transform.missing_evidence)
    measure.missing = sum ? MissingPolicy::neutral : static_cast<MissingPolicy>(random.between(0, 3));
  if (random.chance(.5)) measure.validity_days = static_cast<std::int32_t>(random.between(1, 100));
  if (measure.missing == MissingPolicy::carry)
    measure.carry_days = measure.validity_days.value_or(0) + static_cast<std::int32_t>(random.between(1, 60));
  if (sum || random.chance(.3)) measure.neutral = random.uniform(low, high);
  const auto decay = static_cast<Decay>(random.between(0, 2));
  if (decay == Decay::linear && !measure.validity_days) return;
  measure.decay = decay;
  if (decay == Decay::half_life) measure.half_life_days = random.uniform(5, 100);
}

/// \param plain  neither ages nor exceptions, only piecewise transforms: the fast path
inline ScorecardConfig random_card(Random& random, bool plain = false) {
  ScorecardConfig card;
  card.id = "random";
  card.version = std::to_string(random.between(1, 1'000'000));
  card.polarity = static_cast<Polarity>(random.between(0, 1));
  const double scales[][2] = {{0, 100}, {-50, 50}, {300, 850}, {-2000, 2000}, {0, 10}};
  const auto scale = random.between(0, 4);
  card.scale_lower = scales[scale][0];
  card.scale_upper = scales[scale][1];
  const double third = (card.scale_upper - card.scale_lower) / 3;
  card.bands = {{"low", card.scale_lower + third},
                {"middle", card.scale_lower + 2 * third},
                {"high", card.scale_upper}};
  card.band_rule = static_cast<BandRule>(random.between(0, 1));
  card.min_coverage = random.chance(.3) ? 0 : random.uniform(0, 1);
  card.combination = random.chance(.25) ? Combination::sum : Combination::weighted_mean;
  card.decimals = static_cast<std::int32_t>(random.between(0, 6));
  card.inputs = {"input"};
  const auto groups = plain ? 0 : static_cast<std::size_t>(random.between(0, 4));
  for (std::size_t i = 0; i < groups; ++i)
    card.groups.push_back({"g" + std::to_string(i), random.uniform(.5, 2),
                           i > 0 && random.chance(.6)
                               ? "g" + std::to_string(random.between(0, static_cast<std::int64_t>(i) - 1))
                               : ""});
  const auto measures = groups + static_cast<std::size_t>(random.between(1, 8));
  for (std::size_t i = 0; i < measures; ++i) {
    Measure measure;
    measure.id = "m" + std::to_string(i);
    // each group has a measure; the others go anywhere
    const std::int64_t group =
        i < groups ? static_cast<std::int64_t>(i) : random.between(-1, static_cast<std::int64_t>(groups) - 1);
    if (group >= 0) measure.group = "g" + std::to_string(group);
    measure.weight = random.uniform(.5, 3);
    const double most = 4;  // 12 measures of weight 3 in groups of 2^4 stay below 2,000 but rarely
    measure.transform = random_transform(random, card, most);
    if (plain) {
      measure.transform = {.points = random_points(random, static_cast<std::size_t>(random.between(2, 6)),
                                                   card.scale_lower, card.scale_upper)};
      if (card.combination == Combination::sum)
        measure.transform.points = random_points(random, 3, -most, most);
    }
    const bool way =
        measure.transform.kind == TransformKind::ratio || measure.transform.kind == TransformKind::percentile;
    if (way) measure.polarity = card.polarity;
    if (measure.transform.kind == TransformKind::percentile)
      measure.polarity = static_cast<Polarity>(random.between(0, 1));
    random_policies(random, card, most, measure);
    if (plain) {
      measure.decay = Decay::none;
      measure.half_life_days = {};
    }
    card.measures.push_back(std::move(measure));
  }
  const char* const flags[] = {"flag", "other_flag", "flag"};
  for (std::int64_t i = random.between(0, 3); i > 0 && !plain; --i) {
    ScoreException exception;
    exception.when = flags[i - 1];
    exception.effect = static_cast<ExceptionEffect>(random.between(0, 2));
    exception.points = random.uniform(card.scale_lower, card.scale_upper);
    if (random.chance(.5)) exception.expires_days = static_cast<std::int32_t>(random.between(1, 60));
    card.exceptions.push_back(exception);
  }
  return card;
}
/// One that the class accepts: sums may be beyond what a score can be.
inline Scorecard random_scorecard(Random& random, bool plain = false) {
  for (;;) {
    try {
      return Scorecard(random_card(random, plain));
    } catch (const InvalidInput&) {
    }
  }
}

/// A value for nearly every measure that a random card may have, for n accounts called 0, 1, …
inline MeasureTable random_measures(Random& random, std::size_t n, bool ages = true) {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::int64_t> account;
  for (std::size_t i = 0; i < n; ++i) account.push_back(static_cast<std::int64_t>(i));
  MeasureColumns columns{.account = account};
  std::vector<std::string> names{"input", "flag", "other_flag"};
  for (int i = 0; i < 12; ++i) names.push_back("m" + std::to_string(i));
  for (const std::string& name : names) {
    const bool flag = name.ends_with("flag");
    const double missing = flag ? .5 : random.uniform(0, .6);
    std::vector<double> values, days;
    for (std::size_t i = 0; i < n; ++i) {
      const double value =
          flag ? static_cast<double>(random.between(0, 1)) : std::round(random.uniform(-2, 5) * 64) / 64;
      values.push_back(random.chance(missing) ? nothing : value);
      days.push_back(static_cast<double>(random.between(0, 120)));
    }
    columns.values.add(name, Column<double>(std::move(values)));
    if (ages) columns.ages.add(name + "_days", Column<double>(std::move(days)));
    for (const std::int32_t before : {30, 60, 90}) {
      std::vector<double> earlier;
      for (std::size_t i = 0; i < n; ++i)
        earlier.push_back(random.chance(.3) ? nothing : random.uniform(-1, 5));
      columns.baselines.add(name + "_" + std::to_string(before) + "_days_before",
                            Column<double>(std::move(earlier)));
    }
  }
  return MeasureTable(columns);
}

/// The score of one account, by the handbook: no blocks, no kernels, nothing worked out beforehand.
class Naive {
 public:
  Naive(const ScorecardConfig& card, const MeasureTable& table, std::size_t row)
      : card_(card), data_(*table.data()), row_(row) {
    const std::optional<double> top = group("");
    known = top.has_value();
    double points = top.value_or(0);
    for (const ScoreException& each : card.exceptions) {
      const double flag = value(each.when), age = age_of(each.when);
      if (std::isnan(flag) || flag == 0 || (each.expires_days && age > *each.expires_days)) continue;
      if (each.effect == ExceptionEffect::cap) points = std::min(points, each.points);
      if (each.effect == ExceptionEffect::floor) points = std::max(points, each.points);
      if (each.effect == ExceptionEffect::set) points = each.points;
    }
    score = std::min(std::max(points, card.scale_lower), card.scale_upper);
    coverage = observed_ / nominal_;
    known = known && coverage >= card.min_coverage - 1e-12;
  }
  double score = 0, coverage = 0;
  bool known = false;

 private:
  double value(const std::string& measure) const {
    const auto* series = data_.find(measure);
    return series == nullptr ? std::nan("") : series->values[row_];
  }
  double age_of(const std::string& measure) const {
    const auto* series = data_.find(measure);
    return series == nullptr || !series->ages.present() ? 0 : series->ages[row_];
  }
  static double line(const std::vector<TransformPoint>& points, double x) {
    if (x <= points.front().value) return points.front().points;
    for (std::size_t i = 1; i < points.size(); ++i)
      if (x <= points[i].value)
        return points[i - 1].points + (x - points[i - 1].value) / (points[i].value - points[i - 1].value) *
                                          (points[i].points - points[i - 1].points);
    return points.back().points;
  }
  double step(const std::vector<TransformPoint>& steps, double x) const {
    for (const auto& each : steps)
      if (x < each.value || (x == each.value && card_.band_rule == BandRule::upper_inclusive))
        return each.points;
    return steps.back().points;
  }
  double points(const Measure& measure, double x) const {
    const Transform& t = measure.transform;
    switch (t.kind) {
      case TransformKind::bands:
        return step(t.points, x);
      case TransformKind::piecewise:
        return line(t.points, x);
      case TransformKind::z_score:
        return line(t.points, (x - t.mean) / t.std_dev);
      case TransformKind::weight_of_evidence:
        return t.offset + t.factor * step(t.points, x);
      case TransformKind::ratio: {
        const double target = t.of.empty() ? *t.target : value(t.of);
        if (!(target > 0)) return std::nan("");
        return std::min(std::max(x / target * t.target_points, card_.scale_lower), card_.scale_upper);
      }
      case TransformKind::growth: {
        const auto* series = t.baseline_days ? data_.find(measure.id, *t.baseline_days) : nullptr;
        const double base = t.baseline_days ? series->values[row_] : value(t.baseline);
        return base > 0 ? line(t.points, x / base - 1) : std::nan("");
      }
      case TransformKind::percentile:
        break;
    }
    double rank = 0;
    for (const double each : t.reference) rank += each < x ? 1 : each == x ? .5 : 0;
    rank /= static_cast<double>(t.reference.size());
    const double good = *measure.polarity == card_.polarity ? rank : 1 - rank;
    return card_.scale_lower + good * (card_.scale_upper - card_.scale_lower);
  }
  /// Points of a measure, none where it is left out.
  std::optional<double> worth(const Measure& measure, bool& observed) const {
    const double x = value(measure.id), age = age_of(measure.id);
    std::optional<std::int32_t> limit = measure.validity_days;
    if (measure.missing == MissingPolicy::carry) limit = measure.carry_days;
    const double got = std::isnan(x) || (limit && age > *limit) ? std::nan("") : points(measure, x);
    const double neutral = measure.neutral.value_or((card_.scale_lower + card_.scale_upper) / 2);
    observed = !std::isnan(got);
    if (observed) {
      double left = 1;
      if (measure.decay == Decay::linear) left = std::max(0.0, 1 - age / *measure.validity_days);
      if (measure.decay == Decay::half_life) left = std::pow(2, -age / *measure.half_life_days);
      return neutral + left * (got - neutral);
    }
    const Transform& t = measure.transform;
    if (t.missing_evidence) return t.offset + t.factor * *t.missing_evidence;
    if (measure.missing == MissingPolicy::neutral) return neutral;
    if (measure.missing == MissingPolicy::worst)
      return card_.polarity == Polarity::higher_is_healthier ? card_.scale_lower : card_.scale_upper;
    return std::nullopt;
  }
  /// What a group comes to; adds up what is observed below it, each with its part of the card.
  std::optional<double> group(const std::string& name, double part = 1) {
    const bool sum = card_.combination == Combination::sum;
    double all = 0, points = 0, weights = 0;
    for (const auto& each : card_.measures) all += each.group == name ? each.weight : 0;
    for (const auto& each : card_.groups) all += each.parent == name ? each.weight : 0;
    for (const auto& each : card_.measures) {
      if (each.group != name) continue;
      bool observed = false;
      const std::optional<double> got = worth(each, observed);
      const double share = part * (sum ? each.weight : each.weight / all);
      nominal_ += share;
      if (observed) observed_ += share;
      if (!got) continue;
      points += each.weight * *got;
      weights += each.weight;
    }
    for (const auto& each : card_.groups) {
      if (each.parent != name) continue;
      const std::optional<double> got = group(each.id, part * (sum ? each.weight : each.weight / all));
      if (!got) continue;
      points += each.weight * *got;
      weights += each.weight;
    }
    if (weights == 0) return std::nullopt;
    return sum ? points : points / weights;
  }

  const ScorecardConfig& card_;
  const health::detail::MeasureData& data_;
  std::size_t row_;
  double observed_ = 0, nominal_ = 0;
};

}  // namespace random_cards
