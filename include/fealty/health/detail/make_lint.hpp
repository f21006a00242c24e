// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/transform_check.hpp>
#include <fealty/health/lint.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Collects the complaints about one card.
class LintMaker {
 public:
  LintMaker(const ScorecardConfig& config, const LintOptions& options) : c_(config), options_(options) {
    check_options();
    for (const Measure& each : c_.measures) weights_[each.group] += each.weight;
    for (const MeasureGroup& each : c_.groups) weights_[each.parent] += each.weight;
    for (const MeasureGroup& each : c_.groups) groups_.emplace(each.id, &each);
    look_at_card();
    for (const Measure& measure : c_.measures) look_at(measure);
    for (const ScoreException& exception : c_.exceptions) look_at(exception);
  }
  Lint take() { return std::move(lint_); }

 private:
  static constexpr Severity warning = Severity::warning, information = Severity::information;

  bool higher() const { return c_.polarity == Polarity::higher_is_healthier; }
  const Band& healthiest() const { return higher() ? c_.bands.back() : c_.bands.front(); }

  void check_options() const {
    const auto refuse = [](std::string what, std::string value, std::string rule) {
      throw InvalidInput({.who = "lint",
                          .what = std::move(what),
                          .where = {},
                          .value = std::move(value),
                          .rule = std::move(rule)});
    };
    if (!(options_.top_share >= 0 && options_.top_share <= 1))
      refuse("top_share", fmt::format("{}", options_.top_share), "is not in [0, 1]");
    for (std::size_t i = 0; i < options_.bands.size(); ++i) {
      const std::string& name = options_.bands[i];
      if (name != "unknown" &&
          std::none_of(c_.bands.begin(), c_.bands.end(), [&](const Band& band) { return band.name == name; }))
        refuse(fmt::format("bands[{}]", i), name, "is no band of the scorecard");
    }
  }

  void add(const char* code, const std::string& measure, Severity severity, std::string message) {
    lint_.code.emplace_back(code);
    lint_.measure.push_back(measure);
    lint_.severity.push_back(severity);
    lint_.message.push_back(std::move(message));
  }

  void look_at_card() {
    if (c_.version.empty())
      add("version_unstated", "", warning, "a card without a version cannot be told from the one before it");
    if (c_.min_coverage == 0)
      add("no_min_coverage", "", warning, "min_coverage is 0: a score may be made of next to nothing");
    if (std::none_of(c_.measures.begin(), c_.measures.end(), [](const Measure& m) { return m.relationship; }))
      add("no_relationship_measure", "", warning,
          "no measure tells of people: a sponsor who leaves is not seen until use falls");
    if (c_.bands.size() > 1) look_at_bands();
  }
  void look_at_bands() {
    const auto count = [&](const std::string& name) {
      return std::count(options_.bands.begin(), options_.bands.end(), name);
    };
    const auto scored = static_cast<std::int64_t>(options_.bands.size()) - count("unknown");
    const std::int64_t top = count(healthiest().name);
    if (scored == 0 || static_cast<double>(top) <= options_.top_share * static_cast<double>(scored)) return;
    add("mostly_green", "", warning,
        fmt::format("{} of {} accounts with a score are {}: it sets none apart", top, scored,
                    healthiest().name));
  }

  void look_at(const Measure& measure) {
    const PointRange reach = reach_of(measure);
    const bool constant = reach.lower == reach.upper;
    if (!measure.polarity && !constant)
      add("polarity_unstated", measure.id, warning,
          measure.id + " does not say whether more of it is healthier");
    if (!measure.validity_days && measure.decay != Decay::half_life)
      add("validity_unstated", measure.id, warning,
          measure.id + " has no validity_days: an old value counts like one of today");
    if (constant)
      add("constant_measure", measure.id, warning,
          fmt::format("{} is worth {} points whatever its value", measure.id, reach.lower));
    if (measure.missing == MissingPolicy::neutral && measure.neutral && is_healthiest(*measure.neutral))
      add("neutral_is_healthy", measure.id, warning,
          fmt::format("{} counts {} points where it is missing, which is {}", measure.id, *measure.neutral,
                      healthiest().name));
    look_at_swing(measure, reach);
  }
  void look_at_swing(const Measure& measure, const PointRange& reach) {
    const Band* narrow = nullptr;
    double width = 0, begin = c_.scale_lower;
    for (std::size_t i = 0; i < c_.bands.size(); begin = c_.bands[i++].upper) {
      const bool between = i > 0 && i + 1 < c_.bands.size();
      if (!between && c_.bands.size() != 2) continue;
      if (narrow != nullptr && c_.bands[i].upper - begin >= width) continue;
      narrow = &c_.bands[i];
      width = c_.bands[i].upper - begin;
    }
    const double swing = share_of(measure) * (reach.upper - reach.lower);
    if (narrow == nullptr || swing <= width * (1 + 1e-12)) return;
    add("single_measure_crosses_band", measure.id, warning,
        fmt::format("{} alone can move the score by {:.6g} points; {} is {:.6g} wide", measure.id, swing,
                    narrow->name, width));
  }
  PointRange reach_of(const Measure& measure) const {
    const PointRange scale{c_.scale_lower, c_.scale_upper};
    const bool sums = c_.combination == Combination::sum;
    return TransformCheck(measure, measure.id, sums ? PointRange{-2000, 2000} : scale, scale).reach();
  }
  /// How much of the score a measure is when nothing is missing.
  double share_of(const Measure& measure) const {
    double share = part(measure.weight, measure.group);
    for (const MeasureGroup* group = find(measure.group); group != nullptr; group = find(group->parent))
      share *= part(group->weight, group->parent);
    return share;
  }
  double part(double weight, const std::string& parent) const {
    return c_.combination == Combination::sum ? weight : weight / weights_.at(parent);
  }
  const MeasureGroup* find(const std::string& id) const {
    const auto found = groups_.find(id);
    return found == groups_.end() ? nullptr : found->second;
  }
  /// Whether points are those of the healthiest band, of more than one.
  bool is_healthiest(double points) const {
    if (c_.bands.size() < 2) return false;
    const double border = higher() ? c_.bands[c_.bands.size() - 2].upper : c_.bands.front().upper;
    if (points == border) return higher() == (c_.band_rule == BandRule::upper_exclusive);
    return (points > border) == higher();
  }

  void look_at(const ScoreException& exception) {
    const std::string effect = name_of(exception.effect);
    if (!exception.expires_days)
      add("override_never_expires", exception.when, warning,
          fmt::format("the {} of {} has no expires_days", effect, exception.when));
    if (!exception.reason_required)
      add("override_without_reason", exception.when, information,
          fmt::format("the {} of {} asks for no reason", effect, exception.when));
    const ExceptionEffect to_healthier = higher() ? ExceptionEffect::floor : ExceptionEffect::cap;
    const bool moves_there = exception.effect == to_healthier || exception.effect == ExceptionEffect::set;
    if (moves_there && is_healthiest(exception.points))
      add("override_makes_healthy", exception.when, warning,
          fmt::format("the {} of {} makes an account {}, whatever its measures say", effect, exception.when,
                      healthiest().name));
  }

  const ScorecardConfig& c_;
  const LintOptions& options_;
  std::unordered_map<std::string_view, double> weights_;  // of the members of each group
  std::unordered_map<std::string_view, const MeasureGroup*> groups_;
  Lint lint_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Lint lint(const Scorecard& scorecard, const LintOptions& options) {
  return detail::LintMaker(scorecard.config(), options).take();
}

}  // namespace fealty::health
