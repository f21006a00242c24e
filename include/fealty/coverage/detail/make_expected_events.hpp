// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/coverage/detail/match_ids.hpp>
#include <fealty/coverage/detail/ratio_interval.hpp>
#include <fealty/coverage/expected_events.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/detail/new_lives.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Lives as those that the model is fitted to: ended by the cause that is counted.
class CountedLives {
 public:
  CountedLives(const survival::Lifetimes& lives, const std::optional<std::string>& cause)
      : data_(lives.data()) {
    const auto refuse = [](const char* what, std::string value, std::string rule) {
      throw InvalidInput({.who = "expected_events",
                          .what = what,
                          .where = {},
                          .value = std::move(value),
                          .rule = std::move(rule)});
    };
    if (!data_.origin.present())
      refuse("lives", "", "are told by durations, which have no days: tell origin and end");
    if (!data_.account.present()) refuse("lives", "", "have no account, which tells whose they are");
    if (data_.weight_kind) refuse("lives", "", "have weights; a book counts each life once");
    if (!cause) return;
    const auto at = std::find(data_.causes.begin(), data_.causes.end(), *cause);
    if (at == data_.causes.end())
      refuse("cause", "\"" + *cause + "\"",
             fmt::format("ended no life; there are {}",
                         data_.causes.empty() ? "none" : fmt::format("{}", fmt::join(data_.causes, ", "))));
    counted_ = static_cast<std::uint8_t>(1 + (at - data_.causes.begin()));
  }

  std::size_t size() const { return data_.rows; }
  const survival::detail::LifetimeData& data() const { return data_; }
  std::int32_t first_day(std::size_t row) const { return data_.origin[row]; }
  double exit(std::size_t row) const { return data_.age(static_cast<std::size_t>(data_.exit[row])); }
  /// The age from which on a life was watched, exclusive; none for the beginning.
  std::optional<double> entry(std::size_t row) const {
    if (!data_.entry.present() || data_.entry[row] < 0) return {};
    return data_.age(static_cast<std::size_t>(data_.entry[row]));
  }
  bool ended(std::size_t row) const {
    return data_.ended[row] != 0 && (counted_ == 0 || data_.ended[row] == counted_);
  }

  /// \param attributes  their own, or more
  survival::Lifetimes fitted(const Frame& attributes) const {
    std::vector<double> duration(size()), entered(size());
    std::vector<std::uint8_t> ends(size());
    for (std::size_t row = 0; row < size(); ++row) {
      duration[row] = exit(row);
      entered[row] = entry(row).value_or(no_answer);
      ends[row] = ended(row) ? 1 : 0;
    }
    survival::LifetimeColumns columns{.duration = std::move(duration),
                                      .ended = std::move(ends),
                                      .account = data_.account,
                                      .attributes = attributes};
    if (data_.entry.present()) columns.entry = std::move(entered);
    return survival::Lifetimes(columns);
  }

 private:
  const survival::detail::LifetimeData& data_;
  std::uint8_t counted_ = 0;  // any
};

/// A model of all lives.
class RiskModel {
 public:
  RiskModel(const CountedLives& lives, const ExpectedEventsOptions& options)
      : attributes_(lives.data().attributes) {
    std::vector<std::string> covariates = options.covariates;
    if (covariates.empty()) covariates.push_back(add_constant(lives.size()));
    model_ = survival::cox(lives.fitted(attributes_), {.covariates = covariates,
                                                       .strata = options.strata,
                                                       .ties = survival::CoxTies::breslow,
                                                       .threads = options.threads});
    if (options.covariates.empty())
      std::erase_if(model_.findings, [](const Finding& each) { return each.code == "constant_covariate"; });
  }
  const survival::CoxModel& model() const { return model_; }
  const Frame& attributes() const { return attributes_; }

 private:
  /// A covariate that tells nothing: the hazard then is that of all.
  std::string add_constant(std::size_t lives) {
    std::string name = "constant";
    while (attributes_.find(name) != nullptr) name += "_";
    attributes_.add(name, Column<double>(std::vector<double>(lives)));
    return name;
  }

  Frame attributes_;
  survival::CoxModel model_;
};

/// A part of a life with one owner, or none. Its first part begins before the age of 0, at which lives may
/// end.
struct ExposedStretch {
  std::size_t life;
  double from, to;  // ages, the first exclusive
  std::uint32_t owner;

  double days() const { return to - std::max(from, 0.0); }
};

/// Cuts lives where owners change.
class Stretches {
 public:
  Stretches(const CountedLives& lives, const Owners& owners) : lives_(lives), owners_(owners.data()) {
    const IdColumn& account = lives.data().account;
    const auto known = match_ids("expected_events", "owners", *owners_.ids, *account.ids());
    for (std::size_t life = 0; life < lives.size(); ++life) {
      const std::uint32_t code = account.codes()[life];
      cut(life, code == no_id ? no_id : known[code]);
    }
    const auto rank = account.ids()->ranks();
    const auto key = [&](const ExposedStretch& each) {
      const std::uint32_t code = account.codes()[each.life];
      return std::tuple(code == no_id ? no_id : rank[code], lives.first_day(each.life) + each.from, each.to);
    };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const ExposedStretch& a, const ExposedStretch& b) { return key(a) < key(b); });
  }
  const std::vector<ExposedStretch>& all() const { return all_; }

 private:
  void cut(std::size_t life, std::uint32_t account) {
    const std::int32_t first = lives_.first_day(life);
    const double end = lives_.exit(life);
    double at = lives_.entry(life).value_or(0);
    const Span* const begins_with = account == no_id ? nullptr : owners_.on(account, first);
    if (end == 0) return all_.push_back({life, -1, 0, begins_with == nullptr ? no_id : begins_with->value});
    const auto until = [&](double to, std::uint32_t owner) {
      if (to <= at) return;
      all_.push_back({life, at == 0 && !lives_.entry(life) ? -1 : at, to, owner});
      at = to;
    };
    if (account != no_id)
      for (const Span& span : owners_.of(account)) {
        until(std::min(static_cast<double>(span.from) - first, end), no_id);
        until(span.to == open ? end : std::min(static_cast<double>(span.to) - first, end), span.value);
      }
    until(end, no_id);
  }

  const CountedLives& lives_;
  const SpanTable& owners_;
  std::vector<ExposedStretch> all_;
};

/// The hazard that a model says lives pass.
class ModelHazard {
 public:
  ModelHazard(const survival::detail::CoxBaseline& model, const Frame& attributes)
      : model_(model), lives_("expected_events", model, attributes) {}

  double on(const ExposedStretch& stretch) const {
    const std::size_t stratum = lives_.stratum(stretch.life);
    const double predictor = lives_.linear_predictor(stretch.life);
    if (stratum == survival::detail::NewLives::none || std::isnan(predictor)) return no_answer;
    const double passed = up_to(stratum, stretch.to) - (stretch.from < 0 ? 0 : up_to(stratum, stretch.from));
    return std::exp(predictor - model_.shift[stratum]) * passed;
  }

 private:
  double up_to(std::size_t stratum, double age) const {
    return survival::detail::PassedHazard(model_, stratum, age).hazard;
  }

  const survival::detail::CoxBaseline& model_;
  survival::detail::NewLives lives_;
};

inline void note_without_owner(std::int64_t without, ExpectedEvents& found) {
  if (without == 0) return;
  found.findings.push_back(
      {"without_owner",
       Severity::information,
       {},
       fmt::format("expected_events: {} of {} events were nobody's: the account had no owner", without,
                   found.events)});
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline ExpectedEvents expected_events(const survival::Lifetimes& lives, const Owners& owners,
                                      const ExpectedEventsOptions& options) {
  const detail::CountedLives counted(lives, options.cause);
  const detail::Stretches stretches(counted, owners);
  const detail::RiskModel risk(counted, options);
  const detail::ModelHazard hazard(*risk.model().baseline, risk.attributes());
  ExpectedEvents found;
  found.events = risk.model().ended;
  found.covariates = options.covariates;
  found.strata = options.strata;
  found.cause = options.cause;
  found.findings = risk.model().findings;
  std::vector<std::uint32_t> account, group;
  std::int64_t without = 0;
  for (const detail::ExposedStretch& each : stretches.all()) {
    const std::int32_t first = counted.first_day(each.life);
    const bool ended = counted.ended(each.life) && each.to == counted.exit(each.life);
    account.push_back(counted.data().account.codes()[each.life]);
    group.push_back(each.owner);
    found.valid_from.days.push_back(first + static_cast<std::int32_t>(std::max(each.from, 0.0)));
    found.valid_to.days.push_back(first + static_cast<std::int32_t>(each.to));
    found.exposure.push_back(each.days());
    found.observed.push_back(ended ? 1 : 0);
    found.expected.push_back(hazard.on(each));
    if (ended && each.owner == no_id) ++without;
  }
  detail::note_without_owner(without, found);
  found.account = IdColumn(std::move(account), counted.data().account.ids());
  found.group = IdColumn(std::move(group), owners.data().values);
  return found;
}

}  // namespace fealty::coverage
