// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/detail/attribute_ranks.hpp>
#include <fealty/health/detail/delong.hpp>
#include <fealty/health/detail/radix_sort.hpp>
#include <fealty/health/leakage.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// How well some numbers tell the outcome.
struct ToldApart {
  double auc = std::numeric_limits<double>::quiet_NaN();  // whichever way they point
  bool two_values = false;  // one of all rows with the outcome, and another of all others
  std::int64_t rows = 0;
  std::int64_t least = 0;  // accounts, or rows, of the rarer class
};

/// Looks at attributes one by one.
class LeakageMaker {
 public:
  /// \param known_on  of each example, no_day where it is not told; empty without
  LeakageMaker(const Examples& examples, const LeakageOptions& options, std::vector<std::int32_t> known_on)
      : data_(examples.data()), options_(options), known_on_(std::move(known_on)) {
    check();
    found_.limit = options.auc;
    if (!known_on_.empty()) look_at_dates();
    for (const std::string& name : names()) look_at(name);
    note(examples.outcomes());
  }
  Leakage take() { return std::move(found_); }

 private:
  static constexpr const char* who = "leakage";

  void check() const {
    const auto refuse = [](const char* what, std::string value, const char* rule) {
      return InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
    };
    if (!(options_.auc > 0.5 && options_.auc < 1))
      throw refuse("auc", fmt::format("{}", options_.auc), "is not in (.5, 1)");
    if (options_.least_outcomes < 1)
      throw refuse("least_outcomes", fmt::format("{}", options_.least_outcomes), "is below 1");
    for (const std::string& name : options_.attributes)
      if (data_.attributes.find(name) == nullptr)
        throw refuse("attributes", "\"" + name + "\"", "is no attribute of the examples");
  }
  std::vector<std::string> names() const {
    if (!options_.attributes.empty()) return options_.attributes;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < data_.attributes.size(); ++i)
      if (data_.attributes.name(i) != options_.known_on) all.push_back(data_.attributes.name(i));
    return all;
  }
  void put(std::string attribute, LeakKind kind, double auc, double missing_auc, std::int64_t rows) {
    found_.attribute.push_back(std::move(attribute));
    found_.kind.push_back(kind);
    found_.auc.push_back(auc);
    found_.missing_auc.push_back(missing_auc);
    found_.rows.push_back(rows);
    if (kind != LeakKind::none) ++found_.leaks;
  }
  void look_at_dates() {
    std::int64_t later = 0;
    for (std::size_t row = 0; row < data_.size(); ++row)
      if (known_on_[row] > data_.as_of[row]) ++later;  // no_day is before any
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    put(options_.known_on.empty() ? "known_on" : options_.known_on,
        later > 0 ? LeakKind::known_later : LeakKind::none, none, none, later);
  }
  void look_at(const std::string& name) {
    const FrameColumn& column = data_.attributes.at(name);
    const std::vector<double> values = std::visit(AttributeRanks(data_), column);
    const auto* const texts = std::get_if<IdColumn>(&column);
    const ToldApart told = separation(values, texts != nullptr);
    const bool two_values = told.two_values && (texts == nullptr || number_of_texts(*texts) == 2);
    std::vector<double> missing(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) missing[row] = std::isnan(values[row]) ? 1 : 0;
    const bool any = std::find(missing.begin(), missing.end(), 1.0) != missing.end();
    const ToldApart absent = any ? separation(missing, false) : ToldApart{};
    LeakKind kind = LeakKind::none;
    if (shows(absent)) kind = LeakKind::missing_separates;
    if (shows(told)) kind = LeakKind::separates_outcomes;
    if (shows(told) && two_values && !any) kind = LeakKind::same_as_outcome;
    const bool unsure = kind == LeakKind::none && (told.auc > options_.auc || absent.auc > options_.auc);
    if (unsure) unsure_.push_back(name);
    put(name, kind, told.auc, absent.auc, kind == LeakKind::missing_separates ? absent.rows : told.rows);
  }
  static std::size_t number_of_texts(const IdColumn& texts) {
    return std::set<std::uint32_t>(texts.codes().begin(), texts.codes().end()).size();
  }
  bool shows(const ToldApart& of) const {
    return of.auc > options_.auc && of.least >= options_.least_outcomes;
  }
  /// \param directed  higher numbers are of more outcomes; otherwise they may point either way
  ToldApart separation(const std::vector<double>& values, bool directed) const {
    std::vector<std::uint64_t> keys[2];
    std::vector<std::uint32_t> accounts[2];
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (std::isnan(values[row])) continue;
      keys[data_.outcome[row]].push_back(ordered_bits(values[row]));
      if (data_.account.present()) accounts[data_.outcome[row]].push_back(data_.account.codes()[row]);
    }
    ToldApart found;
    found.rows = static_cast<std::int64_t>(keys[0].size() + keys[1].size());
    const auto distinct = [&](int kind) {
      if (!data_.account.present()) return keys[kind].size();
      std::sort(accounts[kind].begin(), accounts[kind].end());
      return static_cast<std::size_t>(std::unique(accounts[kind].begin(), accounts[kind].end()) -
                                      accounts[kind].begin());
    };
    found.least = static_cast<std::int64_t>(std::min(distinct(0), distinct(1)));
    if (keys[0].empty() || keys[1].empty()) return found;
    const double auc = delong(std::span(keys[1]), std::span(keys[0])).auc;  // sorts them
    found.auc = directed ? auc : std::max(auc, 1 - auc);
    found.two_values = keys[0].front() == keys[0].back() && keys[1].front() == keys[1].back();
    return found;
  }
  void note(std::int64_t outcomes) {
    const auto say = [&](const char* code, std::string message) {
      found_.findings.push_back({code, Severity::warning, {}, "leakage: " + std::move(message)});
    };
    if (data_.size() == 0) say("no_examples", "there are no examples; nothing can be looked at");
    else if (outcomes == 0 || outcomes == static_cast<std::int64_t>(data_.size()))
      say("one_class", fmt::format("all {} examples are {} the outcome; only dates can be looked at",
                                   data_.size(), outcomes == 0 ? "without" : "with"));
    if (!unsure_.empty())
      say("few_outcomes",
          fmt::format(
              "{} would be too good to be true, with more than {} accounts that have the outcome, and "
              "have it not",
              fmt::join(unsure_, ", "), options_.least_outcomes - 1));
  }

  const ExampleData& data_;
  const LeakageOptions& options_;
  std::vector<std::int32_t> known_on_;
  std::vector<std::string> unsure_;
  Leakage found_;
};

/// The days of an attribute, for every example.
inline std::vector<std::int32_t> known_days(const ExampleData& data, const std::string& name) {
  const auto refuse = [&](const char* rule) {
    return InvalidInput(
        {.who = "leakage", .what = "known_on", .where = {}, .value = "\"" + name + "\"", .rule = rule});
  };
  const FrameColumn* const found = data.attributes.find(name);
  if (found == nullptr) throw refuse("is no attribute of the examples");
  const auto* const days = std::get_if<Days>(found);
  if (days == nullptr) throw refuse("holds no dates");
  if (!data.as_of.present()) throw refuse("needs examples with as_of");
  std::vector<std::int32_t> all(data.size(), std::numeric_limits<std::int32_t>::min());
  for (std::size_t row = 0; row < all.size(); ++row)
    if (days->days.valid(row)) all[row] = days->days[row];
  return all;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Leakage leakage(const Examples& examples, const LeakageOptions& options) {
  std::vector<std::int32_t> known_on;
  if (!options.known_on.empty()) known_on = detail::known_days(examples.data(), options.known_on);
  return detail::LeakageMaker(examples, options, std::move(known_on)).take();
}

}  // namespace fealty::health
